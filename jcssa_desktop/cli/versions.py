"""The subcommands that answer about versions: what affects one, and how two stand to each other."""

import click

from jcssa_desktop.cli import shapes
from jcssa_desktop.cli.session import Session, as_json
from jcssa_desktop.cli.terminal import print_json, print_line, print_table, say


@click.command()
@click.option("--product", required=True, help="製品・型番。 Product, model or part number.")
@click.option("--version", "version", required=True, help="ファームウェアの版。 Firmware version.")
@as_json
@click.pass_obj
def findings(session: Session, product: str, version: str, json_wanted: bool) -> None:
    """製品と版に当たる脆弱性情報を並べます。 Advisories for a version."""
    with session.services() as services:
        answer = services.catalogue.findings(product, version)
        shape = shapes.findings_shape(product, answer, services.texts)
        if json_wanted:
            print_json(shape)
            return
        headings = ("advisory", "verdict", "confidence", "fixed_in", "reason")
        rows = [
            [
                one["advisory"] + (" KEV" if one["kev"] else ""),
                services.texts.sentence(f"verdict_{one['verdict']}"),
                services.texts.sentence(f"confidence_{one['confidence']}"),
                services.texts.listed(one["fixed_in"]),
                one["reason"],
            ]
            for one in shape["findings"]
        ]
        print_table(services.texts, headings, rows)
        say(services.texts.sentence("cli_findings_total", count=len(rows), day=shape["as_of"]))
        if answer.lowest_unaffected:
            say(services.texts.sentence("cli_lowest_unaffected", version=answer.lowest_unaffected))


@click.command()
@click.option("--family", required=True, help="FortiOS, IOS XE, RTX, QTS …")
@click.argument("a")
@click.argument("b")
@as_json
@click.pass_obj
def compare(session: Session, family: str, a: str, b: str, json_wanted: bool) -> None:
    """二つの版の新旧を答えます。 Tell how version A stands to version B."""
    with session.services() as services:
        compared = services.catalogue.compare(family, a, b)
        if json_wanted:
            print_json(shapes.compare_shape(compared, services.texts))
        else:
            print_line(f"{compared.relation.value}: {shapes.comparison_reason(compared, services.texts)}")
