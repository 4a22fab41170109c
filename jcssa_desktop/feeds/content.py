"""What a file is by its content: names and suffixes are not believed."""

import io
import re
import zipfile
from enum import StrEnum

from jcssa_desktop.domain.errors import InvalidImport


class Content(StrEnum):
    """What the first bytes of a file say that it is."""

    WORKBOOK = "workbook"
    OLD_WORKBOOK = "old_workbook"
    JSON = "json"
    JSON_FILES = "zip"
    XML = "xml"
    TEXT = "text"


_REFUSED_BY_MAGIC = (
    (b"%PDF-", "import_file_is_pdf"),
    (b"\x89PNG", "import_file_is_picture"),
    (b"\xff\xd8\xff", "import_file_is_picture"),
    (b"GIF8", "import_file_is_picture"),
    (b"BM\x00", "import_file_is_picture"),
    (b"II*\x00", "import_file_is_picture"),
    (b"MM\x00*", "import_file_is_picture"),
    (b"{\\rtf", "import_file_is_document"),
    (b"7z\xbc\xaf\x27\x1c", "import_file_is_archive"),
    (b"Rar!\x1a\x07", "import_file_is_archive"),
    (b"SQLite format 3\x00", "import_file_is_database"),
    (b"version https://git-lfs.github.com/spec/", "import_file_is_lfs_pointer"),
)
_ZIP_MAGIC = b"PK\x03\x04"
_EMPTY_ZIP_MAGIC = b"PK\x05\x06"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b\x1c-\x1f]")
"""Characters that no table or feed holds; the tab, line ends and Ctrl+Z at an old file's end are allowed."""

_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096


def content_of(data: bytes, file: str) -> Content:
    """Tell what a file holds.

    Raises:
        InvalidImport: It is something that holds no table and no feed: a PDF, a picture, an HTML page.
    """
    for magic, problem in _REFUSED_BY_MAGIC:
        if data.startswith(magic):
            raise InvalidImport(problem, file=file)
    if data.startswith((_ZIP_MAGIC, _EMPTY_ZIP_MAGIC)):
        return _zip_content(data, file)
    if data.startswith(_OLE_MAGIC):
        return Content.OLD_WORKBOOK
    head = _head_text(data, file)
    if _HTML.match(head):
        raise InvalidImport("import_file_is_html", file=file)
    start = head.lstrip()[:1]
    if start == "<":
        return Content.XML
    return Content.JSON if start in ("{", "[") and not _is_ini_like(head) else Content.TEXT


def _is_ini_like(head: str) -> bool:
    # A table may begin with a bracketed word such as [製品一覧]; JSON never does.
    return bool(re.match(r"\s*\[\s*[^\W\d_]", head)) and not re.match(r"\s*\[\s*(?:true|false|null)\b", head)


def _zip_content(data: bytes, file: str) -> Content:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lstrip("/").lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise InvalidImport("import_workbook_damaged", file=file) from error
    if any(name.startswith("xl/") and name.endswith(".bin") and "workbook" in name for name in names):
        raise InvalidImport("import_workbook_binary", file=file)
    if any(name.endswith("workbook.xml") for name in names):
        return Content.WORKBOOK
    if "mimetype" in names and "content.xml" in names:
        raise InvalidImport("import_workbook_opendocument", file=file)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise InvalidImport("import_file_is_document", file=file)
    if names and all(name.endswith((".json", "/")) for name in names):
        return Content.JSON_FILES
    raise InvalidImport("import_file_is_archive", file=file)


def _head_text(data: bytes, file: str) -> str:
    head = data[:_HEAD]
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return head.decode(encoding, errors="ignore").lstrip("\ufeff")
    if b"\x00" in head:
        raise InvalidImport("import_file_is_binary", file=file)
    return head.decode("utf-8", errors="replace")


def decoded(data: bytes, file: str, *, japanese: bool = True) -> str:
    """Decode a text by its byte order mark, else as UTF-8, else (`japanese`) as CP932.

    CP932 is what Windows programs in Japan write; it holds ① ㈱ 髙 﨑, which strict Shift_JIS does not.

    Raises:
        InvalidImport: The bytes are no text in these encodings.
    """
    text = _decoded_by_mark(data, file)
    if text is None:
        text = _decoded_by_trial(data, file, japanese=japanese)
    if _CONTROLS.search(text):
        raise InvalidImport("import_file_is_binary", file=file)
    return text


def _decoded_by_mark(data: bytes, file: str) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise InvalidImport("import_text_damaged", file=file, encoding=encoding.upper()) from error
    return None


def _decoded_by_trial(data: bytes, file: str, *, japanese: bool) -> str:
    for encoding in ("utf-8", "cp932") if japanese else ("utf-8",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InvalidImport("import_encoding_unknown", file=file)
