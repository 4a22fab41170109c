"""Pages that sources name, opened in the browser: nothing but pages of the web is opened."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEMES = ("https", "http")


def is_web_page(address: str) -> bool:
    """Tell whether an address, as a file states it, is that of a page of the web."""
    return QUrl(address).scheme() in _SCHEMES


def open_web_page(address: str) -> None:
    """Open a page of the web; any other address is left alone."""
    if is_web_page(address):
        QDesktopServices.openUrl(QUrl(address))
