"""The shapes of JVN iPedia's JSON form, as far as they are read; what may be missing has a default."""

import msgspec


class Status(msgspec.Struct, rename="camel"):
    """How the server answered; the feeds to be downloaded have none."""

    method: str = ""
    ret_cd: int | str = 0
    err_cd: str = ""
    err_msg: str = ""


class Score(msgspec.Struct, rename="camel"):
    """One severity score."""

    version: str
    base_score: float


class MetricContent(msgspec.Struct, frozen=True):
    """The scores of one vulnerability."""

    cvss_v2: Score | None = None
    cvss_v3: Score | None = None
    cvss_v4: Score | None = None


class Metric(msgspec.Struct):
    """A metric of one vulnerability."""

    content: MetricContent = MetricContent()


class Reference(msgspec.Struct):
    """A reference; `summary` holds the number that it refers to."""

    summary: str = ""
    type: str = ""


class ProductIds(msgspec.Struct):
    """The names of a product in other systems."""

    cpe: str = ""


class Product(msgspec.Struct):
    """A product of the product tree."""

    helper: ProductIds | None = msgspec.field(default=None, name="product_identification_helper")


class Branch(msgspec.Struct):
    """A branch of the product tree: a vendor, a product or a version."""

    name: str = ""
    branches: list["Branch"] = []
    product: Product | None = None


class ProductTree(msgspec.Struct):
    """The vendors of a detail, with their products."""

    branches: list[Branch] = []


class Remediation(msgspec.Struct):
    """What to do."""

    details: str = ""


class Vulnerability(msgspec.Struct):
    """One vulnerability of a detail; the number of the first may be empty."""

    cve: str = ""
    metrics: list[Metric] = []
    remediations: list[Remediation] = []


class Tracking(msgspec.Struct, frozen=True):
    """Number and days of a detail."""

    id: str = ""
    initial_release_date: str = ""
    current_release_date: str = ""
    public_date: str = ""


class Note(msgspec.Struct):
    """A note of a detail."""

    text: str = ""


class Document(msgspec.Struct):
    """The head of a detail."""

    title: str = ""
    tracking: Tracking = Tracking()
    notes: list[Note] = []
    references: list[Reference] = []


class StatedVersion(msgspec.Struct, rename="camel"):
    """A version or a range; `description` holds the words where both are empty."""

    version: str = ""
    status: str = ""
    less_than: str = ""
    less_than_or_equal: str = ""
    description: str = ""


class AffectedProduct(msgspec.Struct):
    """The versions of one product."""

    vendor: str = ""
    product: str = ""
    versions: list[StatedVersion] = []


class Extension(msgspec.Struct):
    """What JVN iPedia adds to CSAF."""

    vulnid: str = ""
    affected: list[AffectedProduct] = []


class DetailFile(msgspec.Struct):
    """A detail."""

    document: Document
    jvn_extension: Extension
    product_tree: ProductTree = msgspec.field(default_factory=ProductTree)
    vulnerabilities: list[Vulnerability] = []
    status: Status | None = None


class EntryProduct(msgspec.Struct):
    """A product of an entry."""

    vname: str = ""
    pname: str = ""
    version: str = ""
    product_ids: ProductIds | None = None


class Entry(msgspec.Struct):
    """An entry of an overview."""

    id: str = ""
    title: str = ""
    summary: str = ""
    modified: str = ""
    created: str = ""
    public: str = ""
    references: list[Reference] = []
    products: list[EntryProduct] = []
    metrics: list[Metric] = []


class Feed(msgspec.Struct):
    """The entries of an overview."""

    entry: list[Entry] = []


class FeedFile(msgspec.Struct):
    """An overview."""

    feed: Feed
    status: Status | None = None


class NamedVendor(msgspec.Struct):
    """A vendor of a list; the products of a product list are only counted."""

    vname: str = ""
    cpe: str = ""
    products: list[msgspec.Raw] = []


class Dictionary(msgspec.Struct):
    """A list of vendors."""

    vendors: list[NamedVendor] = []


class NamesFile(msgspec.Struct):
    """A list of vendors or products; its key is spelt in two ways."""

    hyphened: Dictionary | None = msgspec.field(default=None, name="jvn-product-dictionary")
    underscored: Dictionary | None = msgspec.field(default=None, name="jvn_product_dictionary")
    status: Status | None = None
