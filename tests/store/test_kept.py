"""What is kept of the catalogue is given again only while nobody has written to it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from jcssa_desktop.domain.catalogue import Maker, Product
from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.store.catalogue import CatalogueStore

_RENAMES = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    connection.execute("UPDATE maker SET name_ja = '別の名' WHERE maker_id = 'mihon'")
connection.close()
"""


def _batch(maker: str) -> CatalogueBatch:
    return CatalogueBatch(
        makers=(Maker("mihon", maker, "Mihon"),), products=(Product("mihon:mr1", "mihon", "MR-1"),)
    )


def _names(store: CatalogueStore) -> tuple[str, str]:
    """Give the maker's name as a search shows it, and as all that is known of its product says it."""
    return store.search("MR-1").products[0].maker, store.knowledge("mihon:mr1").maker.name_ja


def test_the_same_question_is_gathered_once(tmp_path: Path) -> None:
    with closing(CatalogueStore(tmp_path / "catalogue.db")) as store:
        store.apply(_batch("見本電機"))

        assert store.knowledge("mihon:mr1") is store.knowledge("mihon:mr1")


def test_what_this_program_writes_is_seen_at_once(tmp_path: Path) -> None:
    with closing(CatalogueStore(tmp_path / "catalogue.db")) as store:
        store.apply(_batch("見本電機"))
        assert _names(store) == ("見本電機", "見本電機")

        store.apply(_batch("見本製作所"))

        assert _names(store) == ("見本製作所", "見本製作所")


def test_what_an_import_only_tries_leaves_no_trace(tmp_path: Path) -> None:
    with closing(CatalogueStore(tmp_path / "catalogue.db")) as store:
        store.apply(_batch("見本電機"))
        assert _names(store) == ("見本電機", "見本電機")

        store.apply(_batch("見本製作所"), dry_run=True)

        assert _names(store) == ("見本電機", "見本電機")


def test_what_another_thread_writes_is_seen_at_once(tmp_path: Path) -> None:
    with closing(CatalogueStore(tmp_path / "catalogue.db")) as store, ThreadPoolExecutor(1) as other:
        store.apply(_batch("見本電機"))
        assert _names(store) == other.submit(_names, store).result() == ("見本電機", "見本電機")

        other.submit(store.apply, _batch("見本製作所")).result()

        assert _names(store) == other.submit(_names, store).result() == ("見本製作所", "見本製作所")


def test_what_another_program_writes_is_seen_at_once(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    with closing(CatalogueStore(path)) as store:
        store.apply(_batch("見本電機"))
        assert _names(store) == ("見本電機", "見本電機")

        subprocess.run([sys.executable, "-c", _RENAMES, str(path)], check=True)

        assert _names(store) == ("別の名", "別の名")
