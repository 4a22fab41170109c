"""Where the program's own files are: sentences, packs, fonts, icons, the starter catalogue."""

from importlib.resources import files
from pathlib import Path


def resource_folder() -> Path:
    """Return the folder of resources.

    An installed or frozen program carries it inside the package as `_resources`; a checkout has it
    beside the package.
    """
    package = Path(str(files("jcssa_desktop")))
    carried = package / "_resources"
    return carried if carried.is_dir() else package.parent / "resources"
