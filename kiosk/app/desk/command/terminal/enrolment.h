/* enrolment: what one terminal is given, from its request to the folder with its signed
 * configuration. Several are signed for together, with one opening of the key.
 *
 *   enrolment_begin -> (words are compared) -> enrolment_gather -> enrolment_keep
 */
#ifndef APP_DESK_COMMAND_TERMINAL_ENROLMENT_H
#define APP_DESK_COMMAND_TERMINAL_ENROLMENT_H

#include "app/desk/command/operation.h"
#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/file_set.h"
#include "app/desk/office/trust/roll.h"
#include "setup/config_request.h"

struct enrolment {
    struct operation *operation;
    const char *path;   /* of the request */
    const char *folder; /* where its configuration goes; set before enrolment_keep */
    struct config_request *request;
    struct span replaced_name;                /* as it was typed; empty: none */
    const struct enrolled_terminal *replaced; /* retired in the same step */
    uint64_t replaced_last;                   /* its last entry that came */
    struct terminal_config terminal;
    const char *terminal_name; /* "terminals/ID.json" */
    const struct roll *roll;   /* before it */
    int64_t sequence;
    struct file_set set;  /* what is signed */
    struct anchor anchor; /* how far the folder has come */
};

/* enrolment_begin(operation, path, replaced, enrolment): the terminal of the request at `path` with
 * the settings that the options of `operation` give; the terminal named `replaced` (as people type
 * it; empty: none) is retired in the same step. STATUS_BAD_INPUT when that is no request,
 * STATUS_FORGED when the terminal was known with another key, STATUS_REFUSED when it was
 * retired. */
must_check enum status enrolment_begin(struct operation *operation, const char *path,
                                       struct span replaced, struct enrolment *enrolment);

/* is_enrolment_known(enrolment): whether a terminal with this number, key and label is signed for
 * already: its request shows the same words as when they were compared. */
bool is_enrolment_known(const struct enrolment *enrolment);

/* enrolment_gather(enrolments, count, out_assessment): gives each of `count` of them its number and
 * its documents; the assessment is read and looked at once. Fails as configuration_gather_all. */
must_check enum status enrolment_gather(struct enrolment *enrolments, size_t count,
                                        struct assessment **out_assessment);

/* enrolment_folder_check(operation, folder): STATUS_EXISTS when `folder` holds something other than
 * a configuration; fails as output_check_folder and file_set_check.
 * enrolment_compare(operation, folder): warns when the configuration in `folder`, which will be
 * written over, says that the desk's folder was once further than now. */
must_check enum status enrolment_folder_check(struct operation *operation,
                                              const char *folder);
void enrolment_compare(struct operation *operation, const char *folder);

/* Those of one command: what its prepare found, for its run. */
struct enrolment_batch {
    struct enrolment *enrolments;
    size_t count;
    bool is_all;    /* those of a folder */
    bool is_signed; /* by enrolment_keep, whatever became of their folders */
    struct assessment *assessment;
};

/* enrolment_keep(batch): signs all of `batch` with the open signing key and writes each beside its
 * folder; then the desk remembers them, all or none, and each takes its place. A folder that cannot
 * be written ends it before the desk remembers anything; only the numbers are used up, and
 * enrolling again gives new ones. */
must_check enum status enrolment_keep(struct enrolment_batch *batch);

/* enrolment_batch_new(operation, count): an empty one, with room for `count` enrolments.
 * enrolment_batch_ready(operation, batch): `batch` is what run ends; says who will be able to read,
 * and what is new since the last configuration.
 * Fails as signed_keyset_read.
 * enrolment_say_words(enrolment, of): the words that its terminal must show; `of` follows its
 * label. */
struct enrolment_batch *enrolment_batch_new(struct operation *operation, size_t count);
must_check enum status enrolment_batch_ready(struct operation *operation,
                                             struct enrolment_batch *batch);
void enrolment_say_words(const struct enrolment *enrolment, const char *of);

#endif
