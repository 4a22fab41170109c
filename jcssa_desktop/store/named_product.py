"""Which product a person means by a text: one of the catalogue, or one that only sources name."""

import unicodedata

from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Maker, Product
from jcssa_desktop.domain.errors import NotFound
from jcssa_desktop.domain.firmware_version import SCHEMES
from jcssa_desktop.domain.product_identity import Identity, identity
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory, ProductKnowledge
from jcssa_desktop.domain.product_names import is_code, maker_keys, name_key
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.store import catalogue_reading
from jcssa_desktop.store.concerning_statements import concerning, identity_of
from jcssa_desktop.store.driver import Connection

_NOBODY = Maker("", "", "")
_NAMED = 5
"""So many products are named where a text may mean several."""


def knowledge_of_named(connection: Connection, text: str) -> ProductKnowledge:
    """Gather what is known of the product that a text names, as `RTX1210`, `Yamaha RTX1210` or `FG-60F`.

    Raises:
        NotFound: Neither the catalogue nor any statement of a source knows it, or it may be several.
    """
    product_id = _product_id(connection, text)
    if product_id:
        return catalogue_reading.knowledge(connection, product_id)
    return _of_sources(connection, text)


def scheme_named(connection: Connection, name: str) -> str:
    """Give the one version scheme of the firmware families called so, of a maker called so, or of that name.

    Raises:
        NotFound: No family goes by this name, or several do whose versions are written differently.
    """
    if name in SCHEMES:
        return name
    maker_id, rest = _split(connection, name)
    whole = _maker_id(connection, name)
    for keys, of_maker in (
        ((search_key(name), name_key(name)), ""),
        ((search_key(rest), name_key(rest)), maker_id),
    ):
        found = {
            scheme
            for (scheme,) in connection.execute(
                "SELECT scheme FROM family_alias JOIN family USING (family_id)"
                " WHERE alias_key IN (?1, ?2) AND (?3 = '' OR family.maker_id = ?3)",
                (*keys, of_maker),
            )
        }
        if len(found) == 1:
            return str(found.pop())
    found = {
        scheme
        for (scheme,) in connection.execute(
            "SELECT scheme FROM family WHERE maker_id = ? AND scheme <> 'raw'", (whole,)
        )
    }
    if len(found) == 1:
        return str(found.pop())
    raise NotFound("family_named_nowhere", family=name)


def _product_id(connection: Connection, text: str) -> str:
    """Find the one product of the catalogue that a text names; "" where there is none."""
    if connection.execute("SELECT 1 FROM product WHERE product_id = ?", (text,)).fetchone():
        return text
    maker_id, name = _split(connection, text)
    # First as it is written, then behind its maker's name, then without a remark in brackets.
    tried = (
        (search_key(text), ""),
        (search_key(name), maker_id),
        (name_key(text), ""),
        (name_key(name), maker_id),
    )
    for key, of_maker in tried:
        found = _by_key(connection, key, of_maker) if key else []
        if len(found) == 1:
            return found[0]
        if found:
            named = "、".join(found[:_NAMED]) + (" …" if len(found) > _NAMED else "")
            raise NotFound("product_ambiguous", product=text, products=named)
    return _by_shorter_name(connection, name_key(name), maker_id)


def _by_key(connection: Connection, key: str, maker_id: str) -> list[str]:
    rows = connection.execute(
        "SELECT product_id FROM product WHERE model_key = ?1 AND (?2 = '' OR maker_id = ?2)"
        " UNION SELECT product_id FROM product WHERE part_key = ?1 AND part_key <> ''"
        " AND (?2 = '' OR maker_id = ?2)"
        " UNION SELECT product_id FROM product_alias JOIN product USING (product_id)"
        " WHERE alias_key = ?1 AND (?2 = '' OR maker_id = ?2) ORDER BY product_id",
        (key, maker_id),
    )
    return [product_id for (product_id,) in rows]


def _by_shorter_name(connection: Connection, key: str, maker_id: str) -> str:
    """Find the one product that is called so without its brand: TS3420DN is TeraStation TS3420DN."""
    if not is_code(key):
        return ""
    found = [
        product_id
        for (product_id,) in connection.execute(
            "SELECT product_id FROM product WHERE model_key GLOB '*' || ?1 AND (?2 = '' OR maker_id = ?2)",
            (key, maker_id),
        ).fetchall()
        if key in _names_of(connection, product_id).devices
    ]
    return found[0] if len(found) == 1 else ""


def _names_of(connection: Connection, product_id: str) -> Identity:
    product, maker, family = catalogue_reading.product_of(connection, product_id)
    return identity_of(connection, product, maker, family)


def _split(connection: Connection, text: str) -> tuple[str, str]:
    """Take a maker's name from before a text: its identifier and the rest, or "" and the whole."""
    words = unicodedata.normalize("NFKC", text).split()
    for count in range(len(words) - 1, 0, -1):
        maker_id = _maker_id(connection, " ".join(words[:count]))
        if maker_id:
            return maker_id, " ".join(words[count:])
    return "", " ".join(words)


def _maker_id(connection: Connection, name: str) -> str:
    keys = [search_key(name), *sorted(maker_keys(name))]
    found = connection.execute(
        f"SELECT maker_id FROM maker_alias WHERE alias_key IN ({', '.join('?' * len(keys))})",  # noqa: S608 - marks
        keys,
    ).fetchone()
    return str(found[0]) if found else ""


def _of_sources(connection: Connection, text: str) -> ProductKnowledge:
    """Gather what sources say of a product that is not in the catalogue."""
    maker_id, name = _split(connection, text)
    known = _known_to_sources(connection, maker_id, name)
    if maker_id and not known.advisories:
        # Another maker's name may begin with one that the catalogue knows: Hitachi Energy is not Hitachi.
        known = _known_to_sources(connection, "", text)
    if not known.advisories:
        raise NotFound("product_named_nowhere", product=text)
    return known


def _known_to_sources(connection: Connection, maker_id: str, name: str) -> ProductKnowledge:
    maker, name = _maker_and_name(connection, maker_id, name)
    maker_id, family_id = catalogue_reading.family_of_model(connection, name, maker.maker_id)
    is_guessed = bool(maker_id) and maker is _NOBODY
    if is_guessed:
        maker = catalogue_reading.maker(connection, maker_id)
    family = catalogue_reading.family(connection, family_id) if maker_id == maker.maker_id else None
    product = Product("", maker.maker_id, name, family_id=family.family_id if family else "")
    known = catalogue_reading.concerned(connection, product, maker, family)
    if is_guessed and not known.advisories:
        # Models of other makers fit a series' pattern too: RT-400MI is none of Yamaha's.
        return catalogue_reading.concerned(connection, Product("", "", name), _NOBODY, None)
    return known


def _stated(connection: Connection, product: Product, maker: Maker) -> tuple[ConcerningAdvisory, ...]:
    return concerning(connection, identity(product, maker))


def _maker_and_name(connection: Connection, maker_id: str, name: str) -> tuple[Maker, str]:
    """Give the maker named before a model, else the one that every statement on such a model names.

    A maker that the catalogue does not know is taken from the text, as far as sources know a product of it.
    """
    if maker_id:
        return catalogue_reading.maker(connection, maker_id), name
    words = name.split()
    for count in range(1, len(words)):
        spelling, rest = " ".join(words[:count]), " ".join(words[count:])
        maker = Maker("", spelling, spelling)
        if _stated(connection, Product("", "", rest), maker):
            return replace(maker, aliases=_makers_of(connection, name)), rest
    return _only_maker(connection, name), name


def _makers_of(connection: Connection, name: str) -> tuple[str, ...]:
    """Give every maker that a source names of a product called so, with all the words of its name."""
    stated = _stated(connection, Product("", "", name), _NOBODY)
    return tuple(sorted({held.statement.about.maker for one in stated for held in one.statements}))


def _only_maker(connection: Connection, name: str) -> Maker:
    spellings = _makers_of(connection, name)
    named = {one: _maker_id(connection, one) or min(maker_keys(one), default="") for one in spellings}
    if len(set(filter(None, named.values()))) != 1:
        return _NOBODY
    spelling = min(one for one, key in named.items() if key)
    maker_id = _maker_id(connection, spelling)
    return catalogue_reading.maker(connection, maker_id) if maker_id else Maker("", spelling, spelling)
