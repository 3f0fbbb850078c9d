/* `resonance enrol --all REQUESTS --out DIR`: many terminals with one opening of the key. One stick
 * carries the configurations of all, each in a folder named by the terminal's number, so that each
 * terminal finds its own (app/stick). */
#include "app/desk/command/terminal/enrol_all.h"

#include "app/common/output.h"
#include "app/common/request_words.h"
#include "base/file.h"
#include "base/folder.h"

#include <string.h>

enum { TERMINALS_MAX = 250 };

static bool ends_in(struct span name, struct span ending)
{
    return name.count > ending.count &&
           is_span_equal(span_cut(name, name.count - ending.count, name.count), ending);
}

static bool is_request_name(struct span name)
{
    return ends_in(name, SPAN(".request")) || ends_in(name, SPAN(".json"));
}

/* Two requests of one terminal: one of them is old, or another machine's. */
static enum status again_check(const struct enrolment_batch *batch)
{
    const struct enrolment *last = &batch->enrolments[batch->count - 1];
    for (size_t i = 0; i + 1 < batch->count; i++)
        if (memcmp(batch->enrolments[i].request->device_id, last->request->device_id,
                   CHAIN_ID_BYTES) == 0)
            return fail(STATUS_BAD_INPUT,
                        "%s and %s are requests of the same terminal; keep the newer one",
                        batch->enrolments[i].path, last->path);
    return OK;
}

static enum status one_begin(struct operation *operation, const char *path,
                             const char *into, struct enrolment_batch *batch)
{
    struct arena *arena = operation->arena;
    struct enrolment *enrolment = &batch->enrolments[batch->count];
    enum status status = enrolment_begin(operation, path, SPAN(""), enrolment);
    if (status != OK)
        return strstr(status_last(), path) ? status : fail_in(status, "%s", path);
    batch->count++;
    enrolment->folder = file_path(
        arena, into,
        span_text(arena, span_hex(arena, enrolment->request->device_id, CHAIN_ID_BYTES)));
    status = again_check(batch);
    return status == OK && is_folder(into)
               ? enrolment_folder_check(operation, enrolment->folder)
               : status;
}

static enum status requests_find(struct operation *operation, const char *folder,
                                 struct span **out_names, size_t *out_count)
{
    struct span *names;
    size_t all, count = 0;
    const enum status status = folder_list(operation->arena, folder, "", &names, &all);
    if (status != OK)
        return status;
    for (size_t i = 0; i < all; i++)
        if (is_request_name(names[i]))
            names[count++] = names[i];
    if (!count)
        return fail(STATUS_NOT_FOUND,
                    "%s holds no file that ends in .request or .json; bring the requests "
                    "of the terminals there",
                    folder);
    if (count > TERMINALS_MAX)
        return fail(STATUS_TOO_LARGE,
                    "%s holds %zu requests; enrol at most %d terminals at once", folder,
                    count, TERMINALS_MAX);
    *out_names = names;
    *out_count = count;
    return OK;
}

/* ---- the words ---- */

/* The new terminal whose words are `typed`. */
static enum status words_match(const struct enrolment_batch *batch, const char *typed,
                               bool *is_compared)
{
    struct arena *arena = batch->enrolments->operation->arena;
    enum status status = OK;
    for (size_t i = 0; i < batch->count; i++) {
        status = request_words_check(arena, batch->enrolments[i].request, span_of(typed));
        if (status == OK)
            is_compared[i] = true;
        if (status != STATUS_FORGED)
            break;
    }
    if (status == STATUS_FORGED)
        return fail(status,
                    "no request has the words \"%.200s\": one was changed on its way "
                    "from its terminal, or is missing; nothing is used",
                    typed);
    return status == OK ? OK : fail_in(status, "--words");
}

static const char *question_of(const struct enrolment *enrolment)
{
    struct arena *arena = enrolment->operation->arena;
    return span_text(
        arena, span_format(arena,
                           "Does \"%.*s\" show these words, read out by somebody there: "
                           "%.*s?",
                           SPAN_ARGS(enrolment->request->label),
                           SPAN_ARGS(request_words(arena, enrolment->request))));
}

/* Each new one needs its own yes; the words of the others were compared before. */
static enum status words_compare(struct operation *operation,
                                 const struct enrolment_batch *batch)
{
    struct operation_wants *wants = &operation->wants;
    const char **questions = arena_array(operation->arena, const char *, batch->count);
    bool *is_compared = arena_array(operation->arena, bool, batch->count);
    const char *typed;
    enum status status = OK;
    for (size_t i = 0; i < batch->count; i++)
        is_compared[i] = is_enrolment_known(&batch->enrolments[i]);
    for (size_t i = 0;
         status == OK && (typed = options_text_again(&operation->values, "words", i));
         i++)
        status = words_match(batch, typed, is_compared);
    for (size_t i = 0; i < batch->count; i++)
        if (!is_compared[i])
            questions[wants->question_count++] = question_of(&batch->enrolments[i]);
    wants->questions = questions;
    wants->answer_by =
        "--words and the words that stand on the terminal, once for each new terminal";
    return status;
}

enum status enrol_all_begin(struct operation *operation)
{
    struct span *names = NULL;
    size_t count = 0;
    const char *from = NULL, *into = NULL;
    struct enrolment_batch *batch = NULL;
    enum status status = options_need(&operation->values, "all", &from);
    if (status == OK)
        status = options_need(&operation->values, "out", &into);
    if (status == OK)
        status = output_check_folder(into);
    if (status == OK)
        status = requests_find(operation, from, &names, &count);
    if (status == OK)
        batch = enrolment_batch_new(operation, count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = one_begin(
            operation,
            file_path(operation->arena, from, span_text(operation->arena, names[i])),
            into, batch);
    if (status == OK)
        status = enrolment_gather(batch->enrolments, count, &batch->assessment);
    if (status != OK)
        return status;
    batch->is_all = true;
    for (size_t i = 0; i < count; i++) {
        enrolment_compare(operation, batch->enrolments[i].folder);
        enrolment_say_words(&batch->enrolments[i],
                            is_enrolment_known(&batch->enrolments[i])
                                ? ", which is known with these words"
                                : ", which is new");
    }
    status = enrolment_batch_ready(operation, batch);
    return status == OK ? words_compare(operation, batch) : status;
}
