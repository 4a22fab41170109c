"""The subcommands of what was sealed: verify it, list it, sign and stamp it."""

from pathlib import Path

import click

from jcssa_desktop.cli import shapes
from jcssa_desktop.cli.session import FILE, Session, as_json
from jcssa_desktop.cli.terminal import print_json, print_line, print_table, say
from jcssa_desktop.domain.errors import InvalidDisclosure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.signatures import signature_sentence
from jcssa_desktop.services.verifying import SealState, Verification
from jcssa_desktop.system.texts import Texts


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option("--paper", nargs=2, metavar="NUMBER CODE", help="紙の文書番号と照合コード。 A sheet on paper.")
@as_json
@click.pass_obj
def verify(
    session: Session, files: tuple[Path, ...], paper: tuple[str, str] | None, json_wanted: bool
) -> None:
    """PDF や記録が封緘のときのままか確かめます。 Verify PDFs or records."""
    if not files and paper is None:
        raise click.UsageError("verify FILE… or verify --paper NUMBER CODE")
    with session.services() as services:
        found = [(str(path), _verified(path, services)) for path in files]
        if paper is not None:
            found.append((paper[0], services.archive.verify_paper(*paper)))
        if json_wanted:
            print_json(shapes.verify_shape(tuple(found), services.texts))
        else:
            for name, one in found:
                _print_verification(name, one, services.texts)
            if paper is not None and found[-1][1].state is SealState.UNCHANGED:
                print_line(f"  {services.texts.sentence('paper_agrees')}")
    if any(one.state is not SealState.UNCHANGED for _, one in found):
        raise click.exceptions.Exit(1)


def _verified(path: Path, services: Services) -> Verification:
    """Verify one of several files: one that cannot be read does not keep the others from being told of."""
    try:
        return services.archive.verify_file(path)
    except InvalidDisclosure as error:
        return Verification(error.file, SealState.UNKNOWN, (error.problem,))


def _print_verification(name: str, found: Verification, texts: Texts) -> None:
    state = texts.sentence(f"state_{found.state}")
    sealed_at = found.sealed_at.isoformat() if found.sealed_at else ""
    stage = texts.sentence(f"stage_{found.stage}") if found.stage else ""
    sealed = " ".join(filter(None, (found.document_number, sealed_at, found.sealed_by, stage)))
    print_line(f"{name}: {state} {sealed}".rstrip())
    for problem in found.problems:
        print_line(f"  {texts.sentence(problem, file=found.file)}")
    if found.superseded_by:
        print_line(f"  {texts.sentence('superseded_by', number=found.superseded_by)}")
    for facts in found.signatures:
        print_line(f"  {signature_sentence(facts, texts)}")


@click.group()
def archive() -> None:
    """台帳。 The archive of sealed disclosures."""


@archive.command("list")
@as_json
@click.pass_obj
def archive_list(session: Session, json_wanted: bool) -> None:
    """封緘した告知を並べます。 List the sealed disclosures."""
    with session.services() as services:
        records = services.archive.records()
        if json_wanted:
            print_json(shapes.archive_shape(records))
            return
        rows = [
            [
                one.document_number,
                one.sold_on.isoformat() if one.sold_on else "",
                one.customer,
                "" if one.amount is None else f"{one.amount:,}",
                services.texts.listed(one.devices),
                services.texts.sentence(f"stage_{one.stage}"),
                one.superseded_by,
            ]
            for one in records
        ]
        headings = ("document_number", "sold_on", "customer", "amount", "devices", "stage", "superseded_by")
        print_table(services.texts, headings, rows)


@archive.command("timestamps")
@click.pass_obj
def fetch_timestamps(session: Session) -> None:
    """待っている時刻証明を受け取ります。 Fetch the timestamps that records wait for."""
    with session.services() as services:
        fetched = services.timestamps.fetch()
        numbers = {"stamped": len(fetched.stamped), "waiting": fetched.waiting}
        say(services.texts.sentence("cli_timestamps_fetched", **numbers))
        if fetched.error is not None:
            raise fetched.error


@archive.command("seal-with")
@click.option("--certificate", type=FILE, help="署名の P12 ファイル。 P12 file to sign with.")
@click.option("--timestamps", metavar="URL", help="時刻証明サービス（RFC 3161）。 Timestamp service.")
@click.option(
    "--issuer", "issuers", type=FILE, multiple=True, help="信頼する発行元の証明書。 Trusted issuer."
)
@click.pass_obj
def seal_with(
    session: Session, certificate: Path | None, timestamps: str | None, issuers: tuple[Path, ...]
) -> None:
    """これからの封緘に付けるものを決めます。 Choose what is added to seals from now on.

    証明書のパスフレーズは画面で尋ね、キーリングにしまいます。 Its passphrase is kept in the keyring.
    """
    if certificate is None and timestamps is None and not issuers:
        raise click.UsageError("archive seal-with --certificate FILE, --timestamps URL or --issuer FILE")
    with session.services() as services:
        if certificate is not None:
            passphrase = click.prompt(
                services.texts.sentence("cli_ask_certificate_passphrase"), hide_input=True, err=True
            )
            facts = services.signatures.use_certificate(certificate, passphrase)
            say(services.texts.sentence("cli_certificate_used", owner=facts.owner))
        if timestamps is not None:
            services.signatures.use_timestamps(timestamps)
        if issuers:
            services.signatures.trust(issuers)
