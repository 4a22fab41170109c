"""Whether the company profile is still the one that a new laptop starts with."""

from jcssa_desktop.domain.plan import CompanyProfile

SAMPLE_COMPANY = frozenset({"見本商事株式会社", "Mihon Shoji Co., Ltd."})
"""The made-up company of `resources/settings/default.toml`, in Japanese and in English."""


def is_sample_company(company: CompanyProfile) -> bool:
    """Tell whether sheets, or English sheets, would be printed in the name of the sample company."""
    return not SAMPLE_COMPANY.isdisjoint({company.name.strip(), company.english.name.strip()})
