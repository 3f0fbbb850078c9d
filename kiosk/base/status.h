/* status: how a failure gets from where it is seen to the person.
 *
 * What may fail for a reason outside the program returns `enum status`; OK is zero. The
 * place that first sees the failure calls fail() with one sentence (what, where, how to
 * mend); callers pass the status on. The sentence is kept for the program to print and
 * never holds an answer, a name, a code, a passphrase or a key. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

enum status {
#define STATUS(name, exit_code, sentence) STATUS_##name,
#include "base/status.def"
#undef STATUS
};
#define OK STATUS_OK

#define must_check __attribute__((warn_unused_result))

/* fail(status, format, ...):
 * Keeps the sentence made from `format` as the last failure and returns `status`, so that
 * `return fail(STATUS_NO_SPACE, "write %s", path);` is all that it takes. Sentences are cut at
 * 1,023 bytes. `status` must not be OK. */
enum status fail(enum status status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
#ifdef __clang_analyzer__ /* which does not look into other files: the result is `status` */
#define fail(status, ...) ((void)fail(status, __VA_ARGS__), (status))
#endif

/* fail_in(status, format, ...):
 * Puts where it was, made from `format`, before the sentence of the last failure ("result 7ZK2:
 * the passphrase ..."), and returns `status`. Call it before any clean-up that could fail, too. */
enum status fail_in(enum status status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
#ifdef __clang_analyzer__
#define fail_in(status, ...) ((void)fail_in(status, __VA_ARGS__), (status))
#endif

/* status_last():
 * The sentence of the last fail() in this process, or "" when there was none. Lent until
 * the next fail(). */
const char *status_last(void);

/* status_sentence(status), status_exit(status), status_fault(status):
 * The general sentence and the exit code for `status`, from status.def, and the number by which a
 * screen tells it to staff, which is 100 and its place there. The guide explains these numbers. */
const char *status_sentence(enum status status);
int status_exit(enum status status);
int status_fault(enum status status);

#endif
