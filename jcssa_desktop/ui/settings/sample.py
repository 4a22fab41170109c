"""Whether the company profile is still the one that a new laptop starts with."""

from jcssa_desktop.domain.plan import CompanyProfile

SAMPLE_COMPANY = "見本商事株式会社"
"""The made-up company of `resources/settings/default.toml`."""


def is_sample_company(company: CompanyProfile) -> bool:
    """Tell whether sheets would be printed in the name of the sample company."""
    return company.name.strip() == SAMPLE_COMPANY
