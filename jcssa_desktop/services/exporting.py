"""Write a sealed disclosure as files: the PDF, and its record beside it."""

import contextlib
from pathlib import Path

from msgspec import Struct

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.errors import StorageFailure
from jcssa_desktop.services.archive import sheet_file_name
from jcssa_desktop.system.saving import replace_file, storage_failure


class SheetFiles(Struct, frozen=True):
    """Where the copies of a sealed disclosure are to be written."""

    folder: Path

    def pdf(self, sealed: SealedRecord) -> Path:
        """Name the PDF by day, customer, amount and document number."""
        return self.folder / sheet_file_name(
            sealed.customer, sealed.sold_on, sealed.amount, sealed.document_number
        )

    def record(self, sealed: SealedRecord) -> Path:
        """Name the record like the PDF."""
        return self.pdf(sealed).with_suffix(".json")

    def write(self, sealed: SealedRecord) -> None:
        """Write both; raise StorageFailure, and leave no folder that was made for them."""
        made = [one for one in (self.folder, *self.folder.parents) if not one.exists()]
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_failure(error, self.folder) from error
        try:
            replace_file(self.pdf(sealed), sealed.whole_pdf)
            replace_file(self.record(sealed), sealed.record_json)
        except StorageFailure:
            self.discard(sealed)
            for folder in made:
                with contextlib.suppress(OSError):
                    folder.rmdir()
            raise

    def discard(self, sealed: SealedRecord) -> None:
        """Take both away again."""
        for path in (self.pdf(sealed), self.record(sealed)):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
