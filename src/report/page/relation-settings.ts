/** How the reader wants to see relations. */
import { PLACES, RELATION_VALUES, type RelationKind } from '../../tables/describe-relations.ts';

export const DISTANCES = ['0', '1', '2', '5', '10'] as const;

/** An address can hold anything. */
export function readRelation(options: Readonly<Record<string, string>>): RelationKind {
  return {
    within: PLACES.find((place) => place === options.within) ?? PLACES[0],
    value: RELATION_VALUES.find((value) => value === options.value) ?? RELATION_VALUES[0],
    distance: Number(DISTANCES.find((distance) => distance === options.distance) ?? 1),
  };
}
