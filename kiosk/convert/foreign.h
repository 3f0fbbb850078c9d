/* foreign: a document of another program as a tree, whatever it was written in. Each value knows
 * whether it was taken over, so that the rest can be told: foreign_rest names all that nobody asked
 * for.
 *
 *   XML       element -> its attributes, texts and elements
 *   JSON      member or element -> its members
 *   workbook  sheet -> "row" -> a cell, named by the head of its column */
#ifndef CONVERT_FOREIGN_H
#define CONVERT_FOREIGN_H

#include "base/span.h"
#include "convert/losses.h"

enum {
    FOREIGN_BYTES_MAX = 8 * 1024 * 1024,
    FOREIGN_DEPTH_MAX = 64,
    FOREIGN_VALUES_MAX = 400000,
};

struct foreign {
    struct span name;  /* empty: an element of a list, or a piece of text */
    struct span text;  /* of a value; empty for what only holds others */
    struct span place; /* "line 5", "row 7", "SurveyElements[4]" */
    bool is_used, is_attribute;
    struct foreign *parent, *first, *last, *next;
};

/* foreign_add(arena, parent, name, text, place): a further value in `parent`, which is NULL for a
 * root. The spans are lent. */
struct foreign *foreign_add(struct arena *arena, struct foreign *parent, struct span name,
                            struct span text, struct span place);

/* foreign_get(parent, name): the first value `name` in `parent`, or NULL; also when `parent` is
 * NULL. foreign_again(value): the next one of the same name, or NULL. */
struct foreign *foreign_get(const struct foreign *parent, const char *name);
struct foreign *foreign_again(const struct foreign *value);

/* foreign_path(parent, path): the value that the names in `path`, dots between, lead to, or
 * NULL. */
struct foreign *foreign_path(struct foreign *parent, const char *path);

/* foreign_take(arena, value): all text in `value`, which is used by that, but for attributes of
 * elements in it; empty for NULL. foreign_take_of(arena, parent, name): that of foreign_get.
 * foreign_look(parent, name): the text of that value, which is not used by that. */
struct span foreign_take(struct arena *arena, struct foreign *value);
struct span foreign_take_of(struct arena *arena, const struct foreign *parent,
                            const char *name);
struct span foreign_look(const struct foreign *parent, const char *name);

/* foreign_skip(parent, names): uses the values of these `names`, blanks between, without taking
 * anything: what has no meaning outside the other program, as its own numbers. */
void foreign_skip(struct foreign *parent, const char *names);

/* foreign_lose(losses, value, what): `what` is lost as a whole, and nothing in it is told again. */
void foreign_lose(struct losses *losses, struct foreign *value, struct span what);

/* foreign_rest(losses, root): tells every value in `root` that holds text and was not used. */
void foreign_rest(struct losses *losses, const struct foreign *root);

#endif
