"""Which statements of sources are about a product: by equal names of the same maker, never by likeness.

RTX1220 does not inherit from RTX1210, nor TZ270W from TZ270. What several models share is said by their
firmware family and by series, which are data of the catalogue.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from jcssa_desktop.domain.catalogue import FirmwareFamily, Maker, Product, Series
from jcssa_desktop.domain.finding import Confidence
from jcssa_desktop.domain.listed_advisory import NamedProduct
from jcssa_desktop.domain.product_names import (
    is_code,
    maker_keys,
    name_key,
    name_keys,
    without_first_words,
)
from jcssa_desktop.domain.search_key import search_key

_SHORTEST_ALONE = 4
"""A shorter name says nothing without its maker."""


class Identity(Struct, frozen=True):
    """The folded names of a product.

    Attributes:
        makers: What its maker is called; empty where it is not known.
        devices: What the product itself is called.
        families: What its firmware family and its series are called.
        others: What the other firmware families of its maker are called.
    """

    makers: frozenset[str]
    devices: frozenset[str]
    families: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """Give every name under which a statement may be about the product."""
        return self.devices | self.families


def identity(
    product: Product,
    maker: Maker,
    family: FirmwareFamily | None = None,
    series: Iterable[Series] = (),
    other_families: Iterable[FirmwareFamily] = (),
) -> Identity:
    """Gather the names of a product of the catalogue; `series` are those of its maker."""
    spellings = (maker.name_ja, maker.name_en, *maker.aliases)
    devices: set[str] = set()
    for name in filter(None, (product.model, product.part_number, *product.aliases)):
        devices |= _device_keys(name, spellings, maker.brands)
    families = set(_family_keys(family, spellings)) if family else set()
    named = (product.model, product.part_number)
    for one in series:
        if any(name and is_of_series(one, name) for name in named):
            families |= {key for name in one.names for key in _keys_of_maker(name, spellings)}
    others = {key for one in other_families for key in _family_keys(one, spellings)}
    makers = frozenset(key for name in spellings for key in maker_keys(name))
    return Identity(
        makers, frozenset(devices), frozenset(families) - devices, frozenset(others) - families - devices
    )


def is_of_series(series: Series, model: str) -> bool:
    """Tell whether a model is one of a series: its whole folded name fits one of the series' patterns."""
    key = search_key(model)
    return any(_pattern(one).fullmatch(key) for one in series.models)


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    """Read `RTX#*`: `#` is one digit, `*` is anything, all else is itself."""
    signs = {"#": "[0-9]", "*": ".*"}
    return re.compile("".join(signs.get(one) or re.escape(one) for one in search_key(text)))


def keys_of(about: NamedProduct) -> frozenset[str]:
    """Give the names under which a statement is to be found; a firmware bound to models by those models."""
    if about.hardware:
        return frozenset(key for name in about.hardware for key in name_keys(name, about.maker))
    return _names(about)


def confidence(product: Identity, about: NamedProduct) -> Confidence | None:
    """Tell how surely a statement is about a product; None where it is about something else."""
    named = _named(product, about)
    makers = _makers(about)
    if named is None or (makers and product.makers and not makers & product.makers):
        return None
    if makers and product.makers:
        return named
    telling = any(len(key) >= _SHORTEST_ALONE for key in keys_of(about) & product.keys)
    return Confidence.NAME if telling else None


def _named(product: Identity, about: NamedProduct) -> Confidence | None:
    keys = keys_of(about)
    if about.hardware and _names(about) & product.others:
        return None
    if keys & product.devices:
        return Confidence.EXACT
    return Confidence.FAMILY if keys & product.families else None


def _names(about: NamedProduct) -> frozenset[str]:
    keys = name_keys(about.name, about.maker)
    vendor, name = _of_cpe(about.cpe)
    # A list of names is often longer than its CPE name tells.
    if name and not any(map(is_code, keys)):
        keys |= name_keys(name, vendor)
    # So short a name is spoken with its maker's or its brand's: X1 of SEIL is SEIL/X1.
    return keys | {maker + key for key in keys if len(key) < _SHORTEST_ALONE for maker in _makers(about)}


def _makers(about: NamedProduct) -> frozenset[str]:
    return maker_keys(about.maker) | maker_keys(_of_cpe(about.cpe)[0])


@lru_cache(maxsize=16_384)
def _of_cpe(cpe: str) -> tuple[str, str]:
    """Give vendor and product of `cpe:2.3:o:vendor:product` or `cpe:/o:vendor:product`."""
    parts = re.split(r"(?<!\\):", cpe.removeprefix("cpe:2.3:").removeprefix("cpe:/"))
    return (parts[1], parts[2]) if len(parts) > 2 else ("", "")  # noqa: PLR2004 - part, vendor, product


def _device_keys(name: str, spellings: Iterable[str], brands: Iterable[str]) -> set[str]:
    """Give a model's names: with and without its brand, and behind any spelling of its maker.

    Where a maker is called `Mihon` and `Mihon Office`, sources may take `Office` for a part of the name.
    """
    keys = _keys_of_maker(name, spellings)
    for brand in brands:
        shorter = name_key(without_first_words(name, brand))
        keys |= {shorter} if is_code(shorter) else set()
        keys |= {name_key(f"{brand} {name}")}
    rests = {without_first_words(maker, other) for maker in spellings for other in spellings} - {""}
    return keys | {name_key(f"{maker} {name}") for maker in (*spellings, *rests)}


def _family_keys(family: FirmwareFamily, spellings: Iterable[str]) -> set[str]:
    return {key for name in (family.name, *family.aliases) for key in _keys_of_maker(name, spellings)}


def _keys_of_maker(name: str, spellings: Iterable[str]) -> set[str]:
    """Fold a name with its maker's name before it taken away, whichever spelling that is."""
    return {key for maker in ("", *spellings) if (key := name_key(name, maker))}
