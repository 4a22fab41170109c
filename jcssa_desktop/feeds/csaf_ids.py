"""Product ids of a CSAF document, resolved; what breaks the standard is reported and held in doubt.

The numbers in brackets are those of the standard's mandatory tests; `docs/csaf.md` has the whole table.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from jcssa_desktop.domain.errors import Place, Skipped
from jcssa_desktop.domain.listed_advisory import NamedProduct
from jcssa_desktop.feeds.csaf_products import Definition, are_complements, definitions, on_hardware
from jcssa_desktop.feeds.csaf_relations import Relation, in_order, relations_of
from jcssa_desktop.feeds.csaf_shapes import ProductGroup, ProductTree, Publisher

_NAMED_AT_MOST = 3
_LONGEST_NAME = 200
_BOTH_SIDES = 2
_MOST_HARDWARE = 200


class ProductIds:
    """What the ids of one document stand for, and the faults found in it."""

    def __init__(self, tree: ProductTree, publisher: Publisher) -> None:
        self._problems: list[Skipped] = []
        self._unused: dict[str, str] = {}
        self._publisher = publisher.name
        self._defined: dict[str, list[Definition]] = defaultdict(list)
        self._doubted: set[str] = set()
        self._complements: set[str] = set()
        self._read_definitions(tree, publisher)
        self._read_relations(relations_of(tree))
        self._groups = self._read_groups(tree.product_groups)

    def __contains__(self, product_id: str) -> bool:
        return product_id in self._defined

    def is_doubted(self, product_id: str) -> bool:
        """Tell whether what the id stands for is not certain."""
        return product_id in self._doubted

    def parts_versions(self, product_id: str) -> bool:
        """Tell whether the id stands for the affected and for the mended versions alike."""
        return product_id in self._complements

    def affected(self, product_id: str) -> Definition:
        """Give what the id stands for where it is said to be affected."""
        return self._defined[product_id][0]

    def mended(self, product_id: str) -> Definition:
        """Give what the id stands for where it is said to be fixed or not affected."""
        return self._defined[product_id][-1]

    def all(self, product_id: str) -> tuple[Definition, ...]:
        """Give all that a doubted id may stand for."""
        return tuple(self._defined[product_id])

    def undefined(self, product_id: str, *, widely: bool) -> NamedProduct:
        """Name what an undefined id may stand for; `widely`: by the product that its name begins with."""
        beginnings = (product_id[:length] for length in range(min(len(product_id), _LONGEST_NAME), 0, -1))
        begun = next((name for name in beginnings if name in self._names), "") if widely else ""
        return self._names.get(begun) or NamedProduct(self._only_maker, product_id)

    @cached_property
    def _names(self) -> Mapping[str, NamedProduct]:
        return {one.about.name: one.about for many in self._defined.values() for one in many}

    @cached_property
    def _only_maker(self) -> str:
        makers = {about.maker for about in self._names.values()}
        return makers.pop() if len(makers) == 1 else self._publisher

    def members(self, group_id: str) -> Iterable[str]:
        """Give the products of a group; none for a group that nothing defines."""
        return self._groups.get(group_id, ())

    def report_undefined(self, path: str, product_ids: Iterable[str]) -> None:
        """Report products that nothing defines and of which something is stated (6.1.1)."""
        self.report("csaf_product_undefined", path, [one for one in product_ids if one not in self._defined])

    def report_unused(self, path: str, product_ids: Iterable[str], group_ids: Iterable[str] = ()) -> None:
        """Note ids that nothing defines where no statement hangs on them (6.1.1), and groups (6.1.4)."""
        for one in product_ids:
            if one not in self._defined:
                self._unused.setdefault(one, path)
        self.report("csaf_group_undefined", path, [one for one in group_ids if one not in self._groups])

    def report(self, problem: str, path: str, ids: Iterable[str]) -> None:
        """Report a fault of some ids, the first of them by name; without ids there is none."""
        found = tuple(dict.fromkeys(ids))
        if found:
            named = ", ".join(found[:_NAMED_AT_MOST]) + (" …" if len(found) > _NAMED_AT_MOST else "")
            self._problems.append(
                Skipped(Place(path=path), problem, (("ids", named), ("count", str(len(found)))))
            )

    def problems(self) -> tuple[Skipped, ...]:
        """Give the faults that were reported; all ids only referred to are one, at their first place."""
        if self._unused:
            self.report("csaf_reference_undefined", next(iter(self._unused.values())), self._unused)
            self._unused.clear()
        return tuple(self._problems)

    def _read_definitions(self, tree: ProductTree, publisher: Publisher) -> None:
        for one in definitions(tree, publisher):
            self._define(one.path, one.product_id, one.definition)
            if one.fault:
                self._doubted.add(one.product_id)
                self.report(one.fault, one.path, (one.product_id,))

    def _define(self, path: str, product_id: str, definition: Definition) -> None:
        """Keep a definition; a second one puts the id in doubt (6.1.2)."""
        known = self._defined[product_id]
        known.append(definition)
        if len(known) == 1:
            return
        if len(known) == _BOTH_SIDES:
            lower, upper = known if are_complements(*known) else known[::-1]
            if are_complements(lower, upper):
                known[:] = lower, upper
                self._complements.add(product_id)
                return
        self._complements.discard(product_id)
        self._doubted.add(product_id)
        self.report("csaf_product_twice", path, (product_id,))

    def _read_relations(self, relations: tuple[Relation, ...]) -> None:
        """Resolve relations, those first that others refer to (6.1.3 for what goes in circles)."""
        ordered, circular = in_order(relations, self._defined)
        for relation in ordered:
            self._resolve(relation)
        for relation in circular:
            name = relation.product.name
            self._define(relation.path, relation.product.product_id, _nothing_of(self._publisher, name))
            self._doubted.add(relation.product.product_id)
            self.report("csaf_relation_circular", relation.path, (relation.product.product_id,))

    def _resolve(self, relation: Relation) -> None:
        self.report_undefined(relation.path, relation.references)
        known = [one for one in relation.references if one in self._defined]
        uncertain = any(one in self._doubted or one in self._complements for one in known)
        if uncertain or len(known) < len(relation.references):
            self._doubted.add(relation.product.product_id)
        unknown = _nothing_of("", relation.product.name)
        first, *others = (
            self._defined[one][0] if one in self._defined else unknown for one in relation.references
        )
        made = on_hardware(first, others[: _MOST_HARDWARE + 1])
        if len(made.about.hardware) > _MOST_HARDWARE:
            made = first
            if relation.product.product_id not in self._doubted:
                self._doubted.add(relation.product.product_id)
                self.report("csaf_relation_too_long", relation.path, (relation.product.product_id,))
        self._define(relation.path, relation.product.product_id, made)

    def _read_groups(self, groups: list[ProductGroup]) -> Mapping[str, list[str]]:
        """Keep the members of each group; a group defined twice has those of both (6.1.5)."""
        members: dict[str, list[str]] = {}
        for index, group in enumerate(groups):
            path = f"product_tree.product_groups[{index}]"
            self.report_unused(path, group.product_ids)
            if group.group_id in members:
                self.report("csaf_group_twice", path, (group.group_id,))
            members.setdefault(group.group_id, []).extend(group.product_ids)
        return members


def _nothing_of(maker: str, name: str) -> Definition:
    return Definition(NamedProduct(maker, name), name, stated_whole=True)
