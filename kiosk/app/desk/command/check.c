#include "app/desk/command/check.h"

#include "app/common/assessment_folder.h"
#include "base/file.h"
#include "base/folder.h"
#include "scoring/record_size.h"
#include "lint/lint.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "resonance check FILE.osd\n"
    "resonance check FOLDER\n"
    "\n"
    "Tells all that is wrong in a questionnaire, or in an assessment folder with\n"
    "assessment.json, its questionnaires and pictures; what its English or German\n"
    "wording asks that it should not: two things at once, or, in any text that a\n"
    "person sees, topics that have no place when people are hired; and blocks or\n"
    "scales that are not balanced.\n"
    "Nothing is changed.\n"
    "\n"
    "Example: resonance check questionnaires/strategy-fit\n"
    "Exit: 0 no errors, 1 errors, 2 used wrong.\n";

static enum status check_file(struct arena *arena, const char *path,
                              struct fault_list *faults)
{
    struct span bytes;
    struct questionnaire *questionnaire = NULL;
    const enum status status = file_read(arena, path, QUESTIONNAIRE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    const enum status read =
        questionnaire_read(arena, span_of(path), bytes, faults, &questionnaire);
    if (questionnaire)
        lint_questionnaire(arena, questionnaire, faults);
    return read;
}

static enum status check_folder(struct arena *arena, const char *path,
                                struct fault_list *faults)
{
    struct assessment_file *files;
    size_t count;
    struct assessment *assessment = NULL;
    const enum status status = assessment_folder_read(arena, path, &files, &count);
    if (status != OK)
        return status;
    enum status read = assessment_read(arena, files, count, faults, &assessment);
    if (read == OK)
        read = record_size_check(assessment, faults);
    if (assessment)
        lint_assessment(arena, assessment, faults);
    return read;
}

/* A reader goes on with the last of two equal keys; an author should not. */
static void sharpen(struct fault_list *faults)
{
    for (struct fault *fault = faults->first; fault; fault = fault->next)
        if (fault->weight == FAULT_WARNING &&
            has_span_prefix(fault->what, "The same key stands twice")) {
            fault->weight = FAULT_ERROR;
            faults->error_count++;
        }
}

static int put_result(struct arena *arena, const struct fault_list *faults)
{
    struct buffer buffer = buffer_init(arena, 1 << 20);
    fault_list_text(faults, &buffer);
    buffer_format(&buffer, "Errors: %zu. Warnings and notes: %zu.\n", faults->error_count,
                  faults->count - faults->error_count);
    fwrite(buffer_span(&buffer).data, 1, buffer_span(&buffer).count, stdout);
    return faults->error_count > 0;
}

static int check(struct arena *arena, const char *path)
{
    struct fault_list faults = fault_list_init(arena);
    const enum status status = is_folder(path) ? check_folder(arena, path, &faults)
                                               : check_file(arena, path, &faults);
    if (status != OK && !faults.error_count) {
        fprintf(stderr, "resonance check: %s\n", status_last());
        return status_exit(status);
    }
    sharpen(&faults);
    return put_result(arena, &faults);
}

int check_command(int argc, char **argv)
{
    if (argc == 1 && strcmp(argv[0], "--help") == 0) {
        fputs(help, stdout);
        return 0;
    }
    if (argc != 1 || argv[0][0] == '-') {
        fputs(
            "resonance check: one file or folder is needed; see resonance check --help\n",
            stderr);
        return status_exit(STATUS_USAGE);
    }
    struct arena arena;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    const int exit_code = check(&arena, argv[0]);
    arena_done(&arena);
    return exit_code;
}
