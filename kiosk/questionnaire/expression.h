/* expression: the small language of computed values.
 *
 *   score.wellbeing > 5 and not (answer.a1 == 0)        mean-like sums: sum(answer.a, answer.b) / 2
 *
 *   or -> and {"or" and}     and -> not {"and" not}     not -> "not" not | comparison
 *   comparison -> sum [ (== != > < >= <= in not_in) sum ]     sum -> term {(+ | -) term}
 *   term -> unary {(* | /) unary}     unary -> ["-"] atom
 *   atom -> number | true | false | "(" or ")" | name | (count sum abs min max) "(" or {"," or} ")"
 *   name -> (answer | parameter | score | computed) "." id
 *
 * What is missing makes the whole value missing (NAN); so does a division by 0. count, sum, min
 * and max leave missing arguments out. Truth is 1 and 0. */
#ifndef QUESTIONNAIRE_EXPRESSION_H
#define QUESTIONNAIRE_EXPRESSION_H

#include "base/span.h"

enum { EXPRESSION_BYTES_MAX = 2000, EXPRESSION_DEPTH_MAX = 64 };

struct expression;

enum expression_name {
    NAME_ANSWER,
    NAME_PARAMETER,
    NAME_SCORE,
    NAME_COMPUTED,
};

/* Where names get their values; NAN: missing. */
struct expression_names {
    const void *context;
    double (*value)(const void *context, enum expression_name kind, struct span id);
};

/* expression_read(arena, text, out_what): the expression in `text`, whose names are parts of
 * `text`; NULL when it is none, then `out_what` is one literal sentence about why. */
struct expression *expression_read(struct arena *arena, struct span text,
                                   const char **out_what);

/* expression_value(expression, names): its value with the names of `names`; NAN: missing. */
double expression_value(const struct expression *expression,
                        const struct expression_names *names);

#endif
