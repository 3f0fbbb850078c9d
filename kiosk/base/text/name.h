/* name: whether two names are those of one person, or of one organization, however they are
 * spelled. One rule for all: normalised (Unicode NFKC with case folded, characters that nobody
 * sees left out), taken apart into words, each word once, in the order of the alphabet. So "Ada
 * Byron" is "BYRON, Ada", and "Acme Ltd." is "acme  ltd". */
#ifndef BASE_TEXT_NAME_H
#define BASE_TEXT_NAME_H

#include "base/span.h"

#include <stdbool.h>

/* A person's name is made of letters; "Site 1" and "Site 2" are two organizations. */
enum name_kind { NAME_PERSON, NAME_ORGANIZATION };
enum { NAME_LETTERS_LEAST = 2 }; /* with fewer it is nobody's name */

/* name_key(arena, name, kind): what stands for all spellings of `name`, in UTF-8; empty when no
 * letter is in it, and no digit of an organization, or when it is not UTF-8. */
struct span name_key(struct arena *arena, struct span name, enum name_kind kind);

/* is_name_same(arena, a, b, kind): whether both have one key, or the same letters with other gaps
 * between ("Ann Lee", "Annlee"). */
bool is_name_same(struct arena *arena, struct span a, struct span b, enum name_kind kind);

/* name_letters(arena, name): how many letters are in `name`, normalised. */
size_t name_letters(struct arena *arena, struct span name);

#endif
