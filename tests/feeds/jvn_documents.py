"""Made-up documents in the shapes of JVN iPedia."""

from xml.sax.saxutils import escape, quoteattr

STATUS = (
    '<status:Status xmlns:status="http://jvndb.jvn.jp/myjvn/Status" method="getVulnDetailInfo" retCd="0"/>'
)


def affected_item(maker: str, product: str, cpe: str, *versions: str) -> str:
    named = f'<Cpe version="2.2">{escape(cpe)}</Cpe>' if cpe else ""
    stated = "".join(f"<VersionNumber>{escape(one)}</VersionNumber>" for one in versions)
    return (
        f"<AffectedItem><Name>{escape(maker)}</Name><ProductName>{escape(product)}</ProductName>"
        f"{named}{stated}</AffectedItem>"
    )


def vulinfo(
    *items: str,
    number: str = "JVNDB-2026-000001",
    title: str = "見本電機製ルーターにおける認証回避の脆弱性",
    overview: str = "見本電機株式会社が提供する MR-1 には、認証回避の脆弱性が存在します。",
    solution: str = "",
    score: str = "8.8",
) -> str:
    return f"""
  <Vulinfo>
    <VulinfoID>{number}</VulinfoID>
    <VulinfoData>
      <Title>{escape(title)}</Title>
      <VulinfoDescription><Overview>{escape(overview)}</Overview></VulinfoDescription>
      <Affected>{"".join(items)}</Affected>
      <Impact><Cvss version="3.0"><Severity type="Base">High</Severity><Base>{score}</Base></Cvss></Impact>
      <Solution><SolutionItem><Description>{escape(solution)}</Description></SolutionItem></Solution>
      <Related>
        <RelatedItem type="vendor"><Name>見本</Name><VulinfoID>CVE-1999-0000</VulinfoID></RelatedItem>
        <RelatedItem type="advisory"><Name>CVE</Name><VulinfoID>CVE-2026-0001</VulinfoID></RelatedItem>
        <RelatedItem type="advisory"><Name>NVD</Name><VulinfoID>CVE-2026-0001</VulinfoID></RelatedItem>
        <RelatedItem type="advisory"><Name>JVN</Name><VulinfoID>JVN#12345678</VulinfoID></RelatedItem>
        <RelatedItem type="cwe"><Name>JVNDB</Name><VulinfoID>CWE-287</VulinfoID></RelatedItem>
      </Related>
      <DateFirstPublished>2026-03-31T00:05:14+09:00</DateFirstPublished>
      <DateLastUpdated>2026-04-01T08:20:54+09:00</DateLastUpdated>
      <DatePublic>2026-03-30T00:00:00+09:00</DatePublic>
    </VulinfoData>
  </Vulinfo>"""


def vuldef(*records: str, status: str = STATUS) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<VULDEF-Document version="3.2" xmlns="http://jvn.jp/vuldef/">{"".join(records)}{status}'
        "</VULDEF-Document>"
    ).encode()


def jvnrss(
    *items: str,
    sec: str = "http://jvn.jp/rss/mod_sec/",
) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:sec="{sec}">'
        "<channel><title>見本</title></channel>"
        f"{''.join(items)}</rdf:RDF>"
    ).encode()


def item(number: str = "JVNDB-2026-000001", modified: str = "2026-04-01T08:20+09:00") -> str:
    return f"""
  <item>
    <title>見本電機製ルーターにおける認証回避の脆弱性</title>
    <description>MR-1 には、&lt;br/&gt;認証回避の脆弱性が存在します。&#13;</description>
    <sec:identifier>{number}</sec:identifier>
    <sec:references source="CVE" id="CVE-2026-0001">https://cve.example/</sec:references>
    <sec:references id="CWE-287" title="不適切な認証(CWE-287)">https://cwe.example/</sec:references>
    <sec:cpe version="2.2" vendor="見本電機" product="MR-1">
      cpe:/h:mihon:MR-1</sec:cpe>
    <sec:cvss score="9.8" severity="Critical" version="3.0" type="Base"/>
    <sec:cvss score="none" version="2.0"/>
    <dc:date>{modified}</dc:date>
    <dcterms:issued>2026-03-31T12:05+09:00</dcterms:issued>
    <dcterms:modified>{modified}</dcterms:modified>
  </item>"""


def vendor_list(*vendors: tuple[str, str, int], status: str = "") -> bytes:
    listed = "".join(
        f"<Vendor vname={quoteattr(name)} cpe={quoteattr(cpe)} vid='1'>"
        + "".join(f"<Product pname='P{number}' cpe='cpe:/h:x:p' pid='1'/>" for number in range(products))
        + "</Vendor>"
        for name, cpe, products in vendors
    )
    return (
        '<Result xmlns="http://jvndb.jvn.jp/myjvn/Results" xmlns:status="http://jvndb.jvn.jp/myjvn/Status">'
        f"<VendorInfo>{listed}</VendorInfo>{status}</Result>"
    ).encode()
