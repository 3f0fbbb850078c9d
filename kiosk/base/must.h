/* must: what only a bug can break. Always on, also in release: the program ends at once,
 * is started again, and the sitting goes on from its sealed draft. */
#ifndef BASE_MUST_H
#define BASE_MUST_H

/* must(condition):
 * Ends the process (abort) with file, line and the text of `condition` on standard error
 * when `condition` is false. The text is source code, so it can never hold a person's
 * answer. */
#define must(condition)                                                                  \
    ((condition) ? (void)0 : must_failed(#condition, __FILE__, __LINE__))

/* must_memory(pointer):
 * Ends the process with a sentence and the exit code 1 when `pointer`, what the system gave for
 * memory that was asked for, is NULL. That is nobody's bug; the sitting goes on from its draft
 * as it does after one. */
#define must_memory(pointer) ((pointer) ? (void)0 : must_end_without_memory())

/* must_end_without_memory(): what must_memory() does where there is none. */
_Noreturn void must_end_without_memory(void);

/* must_failed(condition, file, line): what must() does when it does not hold. */
_Noreturn void must_failed(const char *condition, const char *file, int line);

#endif
