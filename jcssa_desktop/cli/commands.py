"""The subcommands: options in, one call of a service, a table or a JSON document out.

Exit status: 0 done, 1 something asked for is not so, 2 wrong usage. Messages go to stderr, results to stdout.
"""

from pathlib import Path

import click

from jcssa_desktop import __version__
from jcssa_desktop.cli import seals, shapes, versions
from jcssa_desktop.cli.session import FILE, FrontDoor, Options, Session, as_json
from jcssa_desktop.cli.terminal import (
    drop_output,
    make_output_ready,
    print_error,
    print_json,
    print_line,
    print_remarks,
    print_reports,
    print_table,
    progress_bar,
    say,
    scope_text,
)
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.feeds.catalogue_file import Kind
from jcssa_desktop.services.annexes import AnnexKind
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import encode_disclosure, read_disclosure, schema
from jcssa_desktop.services.doctor import Health
from jcssa_desktop.services.exporting import SheetFiles
from jcssa_desktop.system.saving import replace_file


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jcssa-desktop")
@click.option("--data-dir", type=FILE, help="データのフォルダー。 Folder of this user's data.")
@click.option("--lang", type=click.Choice(["ja", "en"]), help="表示の言語。 Language of messages.")
@click.option("--passphrase-file", type=FILE, help="台帳のパスフレーズのファイル。 Archive's passphrase.")
@click.pass_context
def program(
    context: click.Context, data_dir: Path | None, lang: str | None, passphrase_file: Path | None
) -> None:
    """情報機器の販売時の告知。 Disclosure at the sale of IT equipment.

    サブコマンドがなければ窓を開きます。 Without a subcommand the window opens.
    """
    door: FrontDoor = context.obj
    options = Options(data_dir, lang, passphrase_file)
    if context.invoked_subcommand is None:
        context.exit(door.open_window(options))
    context.obj = Session(door, options)


program.add_command(seals.verify)
program.add_command(seals.archive)
program.add_command(versions.findings)
program.add_command(versions.compare)


@program.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="種類を決めて読みます。 Read as this kind.",
)
@click.option("--dry-run", is_flag=True, help="変えずに結果だけ出します。 Report only, change nothing.")
@as_json
@click.pass_obj
def import_files(
    session: Session, files: tuple[Path, ...], kind: str | None, dry_run: bool, json_wanted: bool
) -> None:
    """カタログ表や脆弱性情報を取り込みます。 Import catalogue tables and feeds."""
    with session.services() as services:
        with progress_bar() as progress:
            reports = services.catalogue.import_files(
                files, kind=Kind(kind) if kind else None, dry_run=dry_run, progress=progress
            )
        if json_wanted:
            print_json(shapes.import_shape(reports, services.texts))
        else:
            print_reports(reports, services.texts)
    if any(report.error for report in reports):
        raise click.exceptions.Exit(1)


@program.command()
@click.argument("text")
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="表示する件数。 How many to show.",
)
@as_json
@click.pass_obj
def search(session: Session, text: str, limit: int, json_wanted: bool) -> None:
    """メーカー・機種・型番の一部で製品を探します。 Find products by any part of their names."""
    with session.services() as services:
        result = services.catalogue.search(text, limit, counts_all=True)
        if json_wanted:
            print_json(shapes.search_shape(text, result, services.texts))
            return
        headings = ("maker", "model", "part_number", "family", "latest")
        products = [shapes.product_shape(product, services.texts) for product in result.products]
        print_table(services.texts, headings, [[one[name] for name in headings] for one in products])
        say(services.texts.sentence("cli_search_total", total=result.total, shown=len(products)))


@program.command()
@click.argument("quotation", type=FILE)
@click.option("--out", type=FILE, help="下書きを書き出すファイル。 Write the draft disclosure here.")
@as_json
@click.pass_obj
def draft(session: Session, quotation: Path, out: Path | None, json_wanted: bool) -> None:
    """見積書を読み、告知の下書きにします。 Read a quotation into a draft disclosure."""
    with session.services() as services:
        started = services.drafts.start_from_quotation(quotation)
        if out is not None:
            replace_file(out, encode_disclosure(started.disclosure))
        candidates = {line.line_id: services.drafts.candidates(line) for line in started.disclosure.lines}
        shape = shapes.draft_shape(started, candidates, services.texts)
        if json_wanted:
            print_json(shape)
            return
        rows = [
            [line["place"], line["text"], str(line["quantity"]), scope_text(line, services.texts)]
            for line in shape["lines"]
        ]
        print_table(services.texts, ("place", "text", "quantity", "scope"), rows)
        for skipped in shape["skipped"]:
            say(f"{skipped['place']}: {skipped['reason']}")
        if out is not None:
            say(services.texts.sentence("cli_draft_written", file=out))


@program.command()
@click.argument("disclosure", type=FILE, required=False)
@click.option("--out", type=FILE, help="PDF と記録を書くフォルダー。 Folder for the PDF and its record.")
@click.option("--schema", "schema_wanted", is_flag=True, help="JSON の形を出します。 Print the JSON Schema.")
@click.option(
    "--annex",
    "annexes",
    multiple=True,
    type=click.Choice([kind.value for kind in AnnexKind]),
    help="見積書の別紙も書きます。 Also write an annex for the quotation.",
)
@as_json
@click.pass_obj
def issue(
    session: Session,
    disclosure: Path | None,
    out: Path | None,
    schema_wanted: bool,
    annexes: tuple[str, ...],
    json_wanted: bool,
) -> None:
    """告知を確かめて封緘し、PDF を書きます。 Check, seal and write a disclosure."""
    if schema_wanted:
        print_json(schema())
        return
    if disclosure is None or out is None:
        raise click.UsageError("issue FILE.json --out DIR, or issue --schema")
    with session.services() as services:
        try:
            read = read_disclosure(disclosure)
            sealed = services.sealing.seal(read, SheetFiles(out))
        except JcssaError as error:
            error.file = error.file or disclosure.name
            raise
        print_remarks(services.sealing.remarks(read), services.texts)
        files = SheetFiles(out)
        if services.signatures.wants_timestamps:
            _stamp(services, sealed.document_number, files)
        if json_wanted:
            print_json(shapes.issue_shape(sealed, files))
        else:
            say(services.texts.sentence("cli_issued", number=sealed.document_number))
            print_line(str(files.pdf(sealed)))
        # Last, because what is sealed stays so, and is told, even where an annex cannot be written.
        for annex in annexes:
            services.annexes.save(sealed.document_number, files.pdf(sealed).with_suffix(f".{annex}"))


@program.command()
@click.argument("disclosure", type=FILE)
@click.option("--out", type=FILE, help="docx・xlsx・txt のファイル。 File; its ending names the kind.")
@click.pass_obj
def annex(session: Session, disclosure: Path, out: Path | None) -> None:
    """告知の下書きから見積書の別紙を作ります。 Annex to a quotation.

    --out がなければ文章を出します。 Without --out its text is printed.
    """
    if out is not None and out.suffix.lower() not in {f".{kind}" for kind in AnnexKind}:
        raise click.BadParameter("FILE.docx, FILE.xlsx or FILE.txt", param_hint="--out")
    with session.services() as services:
        try:
            read = read_disclosure(disclosure)
            if out is None:
                print_line(services.annexes.of_draft(read, AnnexKind.TEXT).decode().removesuffix("\n"))
                return
            services.annexes.save_draft(read, out)
        except JcssaError as error:
            error.file = error.file or disclosure.name
            raise
        say(services.texts.sentence("cli_annex_written", file=out))


def _stamp(services: Services, document_number: str, files: SheetFiles) -> None:
    """Write the files anew with their timestamp; without one the seal is complete all the same."""
    fetched = services.timestamps.fetch()
    if document_number in fetched.stamped:
        files.write(services.archive.record(document_number))
    elif fetched.error is not None:
        say(services.texts.error(fetched.error))


@program.command()
@as_json
@click.pass_obj
def doctor(session: Session, json_wanted: bool) -> None:
    """書体・プリンター・保管庫・台帳・時計を点検します。 Tell what is in order and what is not."""
    with session.services() as services:
        examinations = services.doctor.examine()
        if json_wanted:
            print_json(shapes.doctor_shape(examinations, services.texts))
        else:
            rows = [
                [
                    services.texts.sentence(f"part_{one.part}"),
                    services.texts.sentence(f"health_{one.health.value}"),
                    shapes.examination_text(one, services.texts),
                ]
                for one in examinations
            ]
            print_table(services.texts, ("part", "health", "finding"), rows)
    if any(one.health is Health.FAILED for one in examinations):
        raise click.exceptions.Exit(1)


def run(arguments: list[str], door: FrontDoor) -> int:
    """Run one command line and return its exit status; every error becomes one sentence.

    Raises:
        KeyboardInterrupt: Somebody ended it, and was told so.
    """
    options = Options()
    make_output_ready()
    try:
        with program.make_context("jcssa-desktop", list(arguments), obj=door) as context:
            options = Options(
                context.params["data_dir"], context.params["lang"], context.params["passphrase_file"]
            )
            program.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort) as interrupted:
        say(door.texts(options).sentence("interrupted"))
        raise KeyboardInterrupt from interrupted
    except BrokenPipeError:  # who reads has read enough, as `head` does
        drop_output()
    except JcssaError as error:
        print_error(error, door.texts(options))
    except Exception as error:  # noqa: BLE001 - a defect: the log has the traceback, the person a sentence
        door.log_defect(options, error)
        say(door.texts(options).sentence("unexpected_defect"))
    else:
        return 0
    return 1
