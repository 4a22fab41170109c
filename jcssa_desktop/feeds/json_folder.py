"""JSON files packed into one ZIP file, as the CVE List gives out the records of a day."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from jcssa_desktop.domain.errors import InvalidImport, Place
from jcssa_desktop.feeds.json_file import json_bytes
from jcssa_desktop.feeds.source_file import FILE_LIMIT, too_large

_SUFFIX = ".json"


class JsonFolder:
    """The JSON files of a ZIP file."""

    def __init__(self, data: bytes, file: str) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._file = file
        self._members = [one for one in self._archive.infolist() if one.filename.lower().endswith(_SUFFIX)]
        self.names = tuple(one.filename for one in self._members)

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file's name and its JSON as UTF-8, unpacked one at a time.

        Raises:
            InvalidImport: A file is damaged, encrypted, no text, or all together unpack to too much.
        """
        left = FILE_LIMIT
        for member in self._members:
            data = self._unpacked(member, left)
            left -= len(data)
            yield member.filename, json_bytes(data, self._file)

    def _unpacked(self, member: zipfile.ZipInfo, left: int) -> bytes:
        try:
            with self._archive.open(member) as stream:
                data = stream.read(left + 1)
        except (RuntimeError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            # An encrypted file is a RuntimeError, an unknown way of packing a NotImplementedError.
            place = Place(path=member.filename)
            raise InvalidImport("import_zip_damaged", file=self._file, place=place) from error
        if len(data) > left:
            raise too_large(self._file)
        return data
