/* document: the fields of a JSON document by type. What is wrong becomes a fault with file, line,
 * column and path, and the fallback is used, so that reading goes on and all faults are told. */
#ifndef QUESTIONNAIRE_READ_DOCUMENT_H
#define QUESTIONNAIRE_READ_DOCUMENT_H

#include "base/json/json.h"
#include "questionnaire/fault.h"

#include <stdbool.h>

enum { DOCUMENT_NOTED_MAX = 64 };

struct document {
    struct arena *arena;
    struct span file;
    struct fault_list *faults;
    struct span noted[DOCUMENT_NOTED_MAX]; /* keys already told as not known */
    size_t noted_count;
};

/* document_fault(document, weight, value, hint, format, ...): adds a fault at `value` (NULL: the
 * whole file) with the sentence made from `format`, without its full stop, and the literal
 * `hint`. */
void document_fault(struct document *document, enum fault_weight weight,
                    const struct json *value, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* document_open(document, bytes, limits): the root object of `bytes` or NULL, with the faults of
 * the syntax, byte order mark and duplicate keys added. */
const struct json *document_open(struct document *document, struct span bytes,
                                 const struct json_limits *limits);

/* Each takes the member `key` of `object` (may be NULL); a missing or null member is no fault
 * and gives the empty span, NULL or `fallback`.
 * document_text(document, object, key): a text.
 * document_word(document, object, key): a text, number or boolean, as text.
 * document_number(document, object, key, fallback): a number.
 * document_count(document, object, key, fallback, max): a whole number from 0 to `max`.
 * document_flag(document, object, key, fallback): true, false, 1 or 0, as 1 or 0; a `fallback`
 * of -1 tells that there is none.
 * document_object(document, object, key), document_array(document, object, key): one of these. */
struct span document_text(struct document *document, const struct json *object,
                          const char *key);
struct span document_word(struct document *document, const struct json *object,
                          const char *key);
double document_number(struct document *document, const struct json *object,
                       const char *key, double fallback);
size_t document_count(struct document *document, const struct json *object,
                      const char *key, size_t fallback, size_t max);
int document_flag(struct document *document, const struct json *object, const char *key,
                  int fallback);
const struct json *document_object(struct document *document, const struct json *object,
                                   const char *key);
const struct json *document_array(struct document *document, const struct json *object,
                                  const char *key);

/* document_scalar(arena, value): a text, number or boolean as text ("1" and "0"), in its shortest
 * form; the empty span for everything else. is_document_scalar(value): whether it is one. */
struct span document_scalar(struct arena *arena, const struct json *value);
bool is_document_scalar(const struct json *value);

/* document_known(document, object, keys, weight): tells, once per key and with `weight`, the
 * members of `object` that are not among the words of `keys` ("id type text_key"). Keys that
 * begin with _ are comments. */
void document_known(struct document *document, const struct json *object,
                    const char *keys, enum fault_weight weight);

#endif
