"""Products of a CSAF document that are put together of others, as 2.0 and 2.1 each write it."""

from collections import Counter, defaultdict, deque
from collections.abc import Container

from msgspec import Struct

from jcssa_desktop.feeds.csaf_shapes import FullName, ProductTree


class Relation(Struct, frozen=True):
    """A product that is one product on, with or within others."""

    path: str
    product: FullName
    first: str
    others: tuple[str, ...]

    @property
    def references(self) -> tuple[str, ...]:
        """All products that the relation puts together."""
        return (self.first, *self.others)


def relations_of(tree: ProductTree) -> tuple[Relation, ...]:
    """Give the relationships of 2.0 and the product paths of 2.1."""
    of_2_0 = (
        Relation(
            f"product_tree.relationships[{index}]",
            one.full_product_name,
            one.product_reference,
            (one.relates_to_product_reference,),
        )
        for index, one in enumerate(tree.relationships)
    )
    of_2_1 = (
        Relation(
            f"product_tree.product_paths[{index}]",
            one.full_product_name,
            one.beginning_product_reference,
            tuple(step.next_product_reference for step in one.subpaths),
        )
        for index, one in enumerate(tree.product_paths)
    )
    return (*of_2_0, *of_2_1)


def in_order(
    relations: tuple[Relation, ...], defined: Container[str]
) -> tuple[list[Relation], list[Relation]]:
    """Put relations behind those that they refer to; those that go in circles come apart, as the second."""
    open_makers = Counter(relation.product.product_id for relation in relations)
    users: dict[str, list[int]] = defaultdict(list)
    open_references = []
    for index, relation in enumerate(relations):
        needed = {one for one in relation.references if one in open_makers and one not in defined}
        open_references.append(len(needed))
        for one in needed:
            users[one].append(index)
    ready = deque(index for index, count in enumerate(open_references) if not count)
    order: list[int] = []
    while ready:
        index = ready.popleft()
        order.append(index)
        made = relations[index].product.product_id
        open_makers[made] -= 1
        for user in users[made] if not open_makers[made] else ():
            open_references[user] -= 1
            if not open_references[user]:
                ready.append(user)
    circular = set(range(len(relations))).difference(order)
    return [relations[index] for index in order], [relations[index] for index in sorted(circular)]
