/* `resonance check FILE|FOLDER`: all that is wrong in a questionnaire, in a bank of interview
 * questions or in a whole assessment folder, one line each, with file, line, column and how to
 * mend it. */
#include "app/desk/command/operation.h"

#include "app/common/assessment_folder.h"
#include "app/desk/office/assessment_files.h"
#include "app/desk/form/form_fonts.h"
#include "assessment/assessment_profile.h"
#include "assessment/assessment_sample.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/folder.h"
#include "assessment/assessment_minutes.h"
#include "lint/lint.h"
#include "scoring/record_size.h"

static enum status bank_check(struct arena *arena, const char *path,
                              struct fault_list *faults)
{
    struct span bytes;
    struct interview_bank *bank = NULL;
    const enum status status = file_read(arena, path, INTERVIEW_BANK_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    const enum status read =
        interview_bank_read(arena, span_of(path), bytes, faults, &bank);
    if (bank)
        lint_interview(arena, bank, faults);
    return read;
}

static enum status file_check(struct arena *arena, const char *path,
                              struct fault_list *faults)
{
    struct span bytes;
    struct questionnaire *questionnaire = NULL;
    const enum status status = file_read(arena, path, QUESTIONNAIRE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    const enum status read =
        questionnaire_read(arena, span_of(path), bytes, faults, &questionnaire);
    if (questionnaire) {
        lint_questionnaire(arena, questionnaire, faults);
        form_fonts_document(arena, questionnaire, faults);
    }
    return read;
}

static enum status folder_check(struct arena *arena, const char *path,
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
    if (read == OK)
        assessment_minutes_check(assessment, faults);
    if (assessment) {
        lint_assessment(arena, assessment, faults);
        assessment_files_pictures(arena, assessment, faults);
        form_fonts_check(arena, assessment, SPAN(""), faults);
        assessment_profile_note(assessment, faults);
        assessment_sample_note(assessment, faults);
    }
    return read;
}

/* A reader goes on with the last of two equal keys; an author can and should mend it. */
static void sharpen(struct fault_list *faults)
{
    for (struct fault *fault = faults->first; fault; fault = fault->next)
        if (fault->weight == FAULT_WARNING && fault->is_duplicate_key) {
            fault->weight = FAULT_ERROR;
            faults->error_count++;
        }
}

enum status check_run(struct operation *operation)
{
    struct arena *arena = operation->arena;
    const char *path = operation->values.files[0];
    struct fault_list faults = fault_list_init(arena);
    const enum status status = is_folder(path) ? folder_check(arena, path, &faults)
                               : is_interview_bank_file(span_of(path))
                                   ? bank_check(arena, path, &faults)
                                   : file_check(arena, path, &faults);
    if (status != OK && !faults.error_count)
        return status;
    sharpen(&faults);
    struct buffer text = operation_faults(operation);
    fault_list_text(&faults, &text);
    operation_say_faults(operation, &text);
    operation_say(operation, "Errors: %zu. Warnings and notes: %zu.", faults.error_count,
                  faults.count - faults.error_count);
    return faults.error_count
               ? fail(STATUS_DAMAGED, "%s has errors: %zu; they are named above", path,
                      faults.error_count)
               : OK;
}
