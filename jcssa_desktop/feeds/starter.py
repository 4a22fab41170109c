"""The starter catalogue: one TOML file a maker, written by us from public facts.

A file is `[maker]` with `[[maker.sources]]`, then `[[families]]`, `[[series]]`, `[[products]]`,
`[[observations]]`, `[[lifecycle]]`, `[[advisories]]` with `[[advisories.affected]]`, and `[[kev]]`. Families
are named by their `slug`, products by their `model`; both only within their own file.
`resources/catalogue/README.md` has the keys and says how facts are stated.
"""

from pathlib import Path

from msgspec import Struct, field

from jcssa_desktop.domain.catalogue import (
    Cvss,
    Entitlement,
    FirmwareFamily,
    FirmwareObservation,
    FirmwareState,
    InformationKind,
    InformationSource,
    Kev,
    Maker,
    Product,
    Scope,
    Series,
)
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.errors import InvalidImport
from jcssa_desktop.domain.firmware_version import RAW
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.feeds.toml_table import TomlTable, read_toml


def read_starter(folder: Path) -> CatalogueBatch:
    """Read every `*.toml` of `folder` as one batch, in the order of their names.

    Raises:
        InvalidImport: a file is malformed, names a family or product that it does not have, or says
            something twice; the error names the file and the place in it. Nothing is read in part.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise InvalidImport("starter_empty", file=folder.name)
    known = _Known()
    files = [_read_maker(read_toml(path), known) for path in paths]
    return CatalogueBatch(
        makers=tuple(maker for file in files for maker in file.makers),
        families=tuple(family for file in files for family in file.families),
        series=tuple(one for file in files for one in file.series),
        products=tuple(product for file in files for product in file.products),
        observations=tuple(one for file in files for one in file.observations),
        lifecycle_dates=tuple(one for file in files for one in file.lifecycle_dates),
        listed_advisories=tuple(one for file in files for one in file.listed_advisories),
        kev=tuple(entry for file in files for entry in file.kev),
    )


class _Known(Struct):
    """Identifiers that may stand only once in the whole folder."""

    identifiers: set[tuple[str, str]] = field(default_factory=set)

    def add(self, table: TomlTable, key: str, kind: str, identifier: str) -> None:
        if (kind, identifier) in self.identifiers:
            raise table.refusal("starter_twice", key, value=identifier)
        self.identifiers.add((kind, identifier))


class _Names(Struct):
    """What the families and products of one file are called inside it, and their identifiers."""

    maker_id: str
    maker_name: str
    families: dict[str, str] = field(default_factory=dict)
    family_names: dict[str, str] = field(default_factory=dict)
    models: dict[str, str] = field(default_factory=dict)
    products: dict[str, str] = field(default_factory=dict)
    family_of: dict[str, str] = field(default_factory=dict)

    def family(self, table: TomlTable, key: str = "family") -> str:
        slug = table.text(key, "")
        if not slug:
            return ""
        if slug not in self.families:
            raise table.refusal("starter_family_unknown", key, value=slug)
        return self.families[slug]

    def needed_family(self, table: TomlTable) -> str:
        family_id = self.family(table)
        if not family_id:
            raise table.refusal("starter_key_missing", "family")
        return family_id

    def listed(self, table: TomlTable) -> tuple[str, ...]:
        """The products that a fact is narrowed to; ("",) stands for the whole family."""
        models = table.texts("products")
        for model in models:
            if model not in self.products:
                raise table.refusal("starter_product_unknown", "products", value=model)
        return tuple(self.products[model] for model in models) or ("",)


def _read_maker(file: TomlTable, known: _Known) -> CatalogueBatch:
    maker = _maker(file.table("maker"), known)
    names = _Names(maker.maker_id, maker.name_en)
    families = tuple(_family(table, names, known) for table in file.tables("families"))
    series = tuple(_series(table, names, known) for table in file.tables("series"))
    products = tuple(_product(table, names, known) for table in file.tables("products"))
    batch = CatalogueBatch(
        makers=(maker,),
        families=families,
        series=series,
        products=products,
        observations=tuple(
            one for table in file.tables("observations") for one in _observations(table, names)
        ),
        lifecycle_dates=tuple(one for table in file.tables("lifecycle") for one in _lifecycle(table, names)),
        listed_advisories=tuple(_advisory(table, names, known) for table in file.tables("advisories")),
        kev=tuple(_kev(table, known) for table in file.tables("kev")),
    )
    file.finish()
    return batch


def _maker(table: TomlTable, known: _Known) -> Maker:
    maker = Maker(
        maker_id=table.text("id"),
        name_ja=table.text("name_ja"),
        name_en=table.text("name_en"),
        aliases=table.texts("aliases"),
        sources=tuple(_source(one) for one in table.tables("sources")),
        brands=table.texts("brands"),
        scheme=table.text("scheme", RAW),
    )
    known.add(table, "id", "maker", maker.maker_id)
    table.finish()
    return maker


def _source(table: TomlTable) -> InformationSource:
    source = InformationSource(
        kind=table.choice("kind", InformationKind),
        url=table.text("url"),
        checked_on=table.day("checked_on"),
        telephone=table.text("telephone", ""),
        note=table.text("note", ""),
    )
    table.finish()
    return source


def _family(table: TomlTable, names: _Names, known: _Known) -> FirmwareFamily:
    slug = table.text("slug")
    family = FirmwareFamily(
        family_id=f"{names.maker_id}:{slug}",
        maker_id=names.maker_id,
        name=table.text("name"),
        scheme=table.text("scheme"),
        aliases=table.texts("aliases"),
        entitlement=table.choice("entitlement", Entitlement, Entitlement.UNKNOWN),
    )
    known.add(table, "slug", "family", family.family_id)
    names.families[slug] = family.family_id
    names.family_names[family.family_id] = family.name
    table.finish()
    return family


def _series(table: TomlTable, names: _Names, known: _Known) -> Series:
    slug = table.text("slug")
    series = Series(
        series_id=f"{names.maker_id}:{slug}",
        maker_id=names.maker_id,
        models=table.texts("models"),
        names=table.texts("names"),
        family_id=names.family(table),
    )
    known.add(table, "slug", "series", series.series_id)
    table.finish()
    return series


def _product(table: TomlTable, names: _Names, known: _Known) -> Product:
    model = table.text("model")
    product = Product(
        product_id=f"{names.maker_id}:{search_key(model)}",
        maker_id=names.maker_id,
        model=model,
        part_number=table.text("part_number", ""),
        family_id=names.family(table),
        category=table.text("category"),
        jan=table.text("jan", ""),
        datasheet_url=table.text("datasheet_url", ""),
        aliases=table.texts("aliases"),
        use=table.text("use"),
        scope=table.choice("scope", Scope, Scope.IN),
    )
    known.add(table, "model", "product", product.product_id)
    names.products[model] = product.product_id
    names.models[product.product_id] = model
    names.family_of[product.product_id] = product.family_id
    table.finish()
    return product


def _observations(table: TomlTable, names: _Names) -> tuple[FirmwareObservation, ...]:
    family_id = names.needed_family(table)
    product_ids = _of_family(table, names, family_id)
    state = table.choice("state", FirmwareState)
    every_version = "" if state is FirmwareState.NO_FIX_PLANNED else None
    observations = tuple(
        FirmwareObservation(
            family_id=family_id,
            version=table.text("version", every_version),
            state=state,
            observed_on=table.day("observed_on"),
            source=table.text("source"),
            source_url=table.text("source_url", ""),
            product_id=product_id,
            train=table.text("train", ""),
            released_on=table.optional_partial_date("released_on"),
            note=table.text("note", ""),
        )
        for product_id in product_ids
    )
    table.finish()
    return observations


def _lifecycle(table: TomlTable, names: _Names) -> tuple[LifecycleDate, ...]:
    family_id = names.family(table)
    product_ids = names.listed(table)
    if bool(family_id) == any(product_ids):
        raise table.refusal("starter_family_or_products", "family" if family_id else "products")
    dates = tuple(
        LifecycleDate(
            kind=table.choice("kind", LifecycleKind),
            ends=table.partial_date("ends"),
            source=table.text("source"),
            seen_on=table.day("seen_on"),
            product_id=product_id,
            family_id=family_id,
            train=table.text("train", ""),
            source_url=table.text("source_url", ""),
        )
        for product_id in product_ids
    )
    table.finish()
    return dates


def _advisory(table: TomlTable, names: _Names, known: _Known) -> ListedAdvisory:
    advisory_id = table.text("id")
    known.add(table, "id", "advisory", advisory_id)
    statements = tuple(one for part in table.tables("affected") for one in _statements(part, names))
    if not statements:
        raise table.refusal("starter_key_missing", "affected")
    advisory = ListedAdvisory(
        source=table.text("source"),
        record_id=advisory_id,
        seen_on=table.day("seen_on"),
        statements=statements,
        ids=tuple(dict.fromkeys((advisory_id, *table.texts("ids")))),
        published_on=table.optional_day("published_on"),
        cvss=tuple(_cvss(one) for one in table.tables("cvss")),
        source_url=table.text("source_url", ""),
        summary_ja=table.text("summary_ja"),
        summary_en=table.text("summary_en"),
        advice_ja=table.text("advice_ja"),
        advice_en=table.text("advice_en"),
    )
    table.finish()
    return advisory


def _statements(table: TomlTable, names: _Names) -> tuple[Statement, ...]:
    family_id = names.needed_family(table)
    statements = tuple(
        Statement(
            about=NamedProduct(
                names.maker_name,
                names.models.get(product_id) or names.family_names[family_id],
                is_hardware=bool(product_id),
            ),
            stated=table.text("stated"),
            ranges=table.texts("ranges"),
            fixed_in=table.texts("fixed_in"),
            no_fix=table.flag("no_fix"),
        )
        for product_id in _of_family(table, names, family_id)
    )
    table.finish()
    return statements


def _of_family(table: TomlTable, names: _Names, family_id: str) -> tuple[str, ...]:
    product_ids = names.listed(table)
    for product_id in filter(None, product_ids):
        if names.family_of[product_id] != family_id:
            raise table.refusal("starter_product_of_other_family", "products", value=product_id)
    return product_ids


def _cvss(table: TomlTable) -> Cvss:
    cvss = Cvss(version=table.text("version"), score=table.score("score"), source=table.text("source"))
    table.finish()
    return cvss


def _kev(table: TomlTable, known: _Known) -> Kev:
    entry = Kev(
        cve=table.text("cve"),
        vendor=table.text("vendor"),
        product=table.text("product"),
        name=table.text("name"),
        added=table.day("added"),
        due=table.optional_day("due"),
        ransomware=table.flag("ransomware"),
        description=table.text("description", ""),
        catalogue_version=table.text("catalogue_version"),
    )
    known.add(table, "cve", "kev", entry.cve)
    table.finish()
    return entry
