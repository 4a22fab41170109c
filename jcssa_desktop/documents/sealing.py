"""A record as canonical JSON, and a sheet as an archival and accessible PDF that carries it.

The PDF is PDF/A-3a and PDF/UA-1 at once.
"""

import hashlib
import io
import zlib
from datetime import datetime

import msgspec
import pikepdf
import rfc8785
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Stream

from jcssa_desktop.documents.colour_profile import SRGB
from jcssa_desktop.documents.sheet.draw import DrawnSheet, drawn_sheet
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.structure import add_structure
from jcssa_desktop.documents.typography import FontPair
from jcssa_desktop.documents.validation_places import place_of
from jcssa_desktop.documents.xmp import xmp_packet
from jcssa_desktop.domain.errors import InvalidDisclosure
from jcssa_desktop.domain.record import RECORD_FORMAT, Record

RECORD_NAME = "record.json"
LARGEST_PDF = 64 * 1024 * 1024
LARGEST_RECORD = 16 * 1024 * 1024
_PRODUCER = "JCSSA Desktop"
_DESCRIPTION = "The sealed record (canonical JSON, RFC 8785)"


def canonical_json(record: Record) -> bytes:
    """Write a record as canonical JSON (RFC 8785), UTF-8: the bytes that are hashed and sealed."""
    return rfc8785.dumps(msgspec.to_builtins(record))


def is_canonical(record_json: bytes) -> bool:
    """Tell whether JSON is in canonical form, whichever fields the record of its day had."""
    try:
        return rfc8785.dumps(msgspec.json.decode(record_json)) == record_json
    except (msgspec.DecodeError, UnicodeDecodeError, rfc8785.CanonicalizationError, RecursionError):
        return False


def decode_record(record_json: bytes) -> Record:
    """Read a record from its JSON.

    Raises:
        InvalidDisclosure: it is no JSON, lacks a field or has a wrong value, or is of a newer format.
    """
    try:
        record = msgspec.json.decode(record_json, type=Record)
    except msgspec.ValidationError as error:
        raise InvalidDisclosure("record_malformed", place=place_of(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidDisclosure("record_no_json") from error
    if record.format > RECORD_FORMAT:
        raise InvalidDisclosure("record_of_newer_program", format=record.format)
    return record


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def archival_pdf(sheet: DrawnSheet, record_json: bytes | None, sealed_at: datetime) -> bytes:
    """Make a drawn sheet or letter a PDF/A-3a and PDF/UA-1; a sheet carries its record.

    The same input always gives the same bytes.
    """
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet.pdf)) as document:
        add_structure(document, sheet.pages, sheet.language)
        _add_output_intent(document)
        if record_json is not None:
            _attach(document, record_json, sealed_at)
        # Signatures add their fields to this form; whether they added anything else is checked against it.
        document.Root.AcroForm = document.make_indirect(Dictionary(Fields=Array()))
        document.Root.Lang = pikepdf.String(sheet.language)
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _describe(document, sheet.title, sheet.language, sealed_at)
        document.save(
            output,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return output.getvalue()


def sealed_pdf(record: Record, record_json: bytes, texts: SheetTexts, fonts: FontPair) -> bytes:
    """Draw a record's sheet and put the record inside; raise as `draw_sheet`.

    `texts` must be in the record's language.
    """
    sheet = drawn_sheet(record, sha256_of(record_json), texts, fonts)
    return archival_pdf(sheet, record_json, record.sealed_at)


def rebuilt(record_json: bytes, texts: SheetTexts, fonts: FontPair) -> bytes:
    """Make the sealed PDF again from a record's canonical JSON, to be compared with one that was handed out.

    `texts` must be in the record's language. Raises as `decode_record` and `draw_sheet`.
    """
    return sealed_pdf(decode_record(record_json), record_json, texts, fonts)


def extract_record(pdf: bytes) -> bytes | None:
    """Return the record that a PDF carries; None for anything that is no sheet, is damaged or too large."""
    if len(pdf) > LARGEST_PDF:
        return None
    try:
        with pikepdf.open(io.BytesIO(pdf), suppress_warnings=True, inherit_page_attributes=False) as document:
            return _read_attachment(document)
    except (pikepdf.PdfError, pikepdf.PasswordError, zlib.error, *_MALFORMED):
        return None


_MALFORMED = (KeyError, AttributeError, TypeError, ValueError, IndexError, RecursionError, OverflowError)
"""What pikepdf raises where a PDF's objects are not of the kind that the format asks for."""


def _read_attachment(document: pikepdf.Pdf) -> bytes | None:
    """Find the record among the associated files, then among the attached ones."""
    for specification in [*_associated(document), *_named(document)]:
        if str(specification.get("/UF", specification.get("/F", ""))) == RECORD_NAME:
            return _bounded(specification.EF.F)
    return None


def _associated(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    listed = document.Root.get("/AF", Array())
    return list(listed.as_list()) if isinstance(listed, Array) else []


def _named(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [specification.obj for specification in document.attachments.values()]


def _bounded(stream: pikepdf.Object) -> bytes | None:
    """Read a stream without letting a small file unfold into a huge one."""
    raw = stream.read_raw_bytes()
    kind = stream.get("/Filter")
    if kind is None:
        content = raw
    elif kind == Name.FlateDecode and "/DecodeParms" not in stream:
        content = zlib.decompressobj().decompress(raw, LARGEST_RECORD + 1)
    else:
        return None
    return content if len(content) <= LARGEST_RECORD else None


def _add_output_intent(document: pikepdf.Pdf) -> None:
    profile = Stream(document, SRGB)
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=document.make_indirect(profile),
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def _attach(document: pikepdf.Pdf, record_json: bytes, sealed_at: datetime) -> None:
    moment = _pdf_date(sealed_at)
    specification = AttachedFileSpec(
        document,
        record_json,
        description=_DESCRIPTION,
        filename=RECORD_NAME,
        mime_type="application/json",
        creation_date=moment,
        mod_date=moment,
    )
    specification.relationship = Name.Data
    document.attachments[RECORD_NAME] = specification
    document.Root.AF = Array([document.attachments[RECORD_NAME].obj])


def _describe(document: pikepdf.Pdf, title: str, language: str, sealed_at: datetime) -> None:
    packet = pikepdf.Stream(document, xmp_packet(title, language, sealed_at, _PRODUCER))
    packet.Type = Name.Metadata
    packet.Subtype = Name.XML
    document.Root.Metadata = document.make_indirect(packet)
    # PDF/A asks that the older document information does not differ from the metadata: there is none.
    del document.docinfo


def _pdf_date(moment: datetime) -> str:
    """Write a moment as PDF does: D:20260825150500+09'00'."""
    offset = moment.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'" if offset else ""
    return f"D:{moment:%Y%m%d%H%M%S}{zone}"
