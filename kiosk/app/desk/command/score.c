#include "app/desk/command/score.h"

#include "base/file.h"
#include "questionnaire/answer_read.h"
#include "questionnaire/osd_score.h"

#include <stdio.h>
#include <string.h>

static const char help[] =
    "resonance score FILE.osd --answers FILE.json\n"
    "\n"
    "Prints the scores that the questionnaire defines for the answers, as JSON.\n"
    "\n"
    "  --answers FILE   {\"item id\": number, text, list or null, ...}\n"
    "\n"
    "null, \"\" and \"NA\" are no answer. An answer that its item cannot have, or to "
    "an\n"
    "item that is not there, is told with line and column, and nothing is scored.\n"
    "Warnings stand on standard error beside the scores.\n"
    "\n"
    "Example: resonance score drivers.osd --answers mine.json\n"
    "Exit: 0 scored, 1 the questionnaire has errors, 2 the answers have, or used "
    "wrong.\n";

struct words {
    const char *document_path, *answers_path;
    int wants_help;
};

static enum status words_read(int argc, char **argv, struct words *words)
{
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0)
            words->wants_help = 1;
        else if (strcmp(argv[i], "--answers") == 0 && i + 1 < argc &&
                 !words->answers_path)
            words->answers_path = argv[++i];
        else if (argv[i][0] != '-' && !words->document_path)
            words->document_path = argv[i];
        else
            return fail(STATUS_USAGE,
                        "\"%s\" cannot stand there; see resonance score --help", argv[i]);
    }
    if (!words->wants_help && (!words->document_path || !words->answers_path))
        return fail(
            STATUS_USAGE,
            "a questionnaire and --answers are needed; see resonance score --help");
    return OK;
}

/* The document, also when it has errors, as long as it is one at all. */
static enum status document_load(struct arena *arena, const char *path,
                                 struct fault_list *faults, struct questionnaire **out)
{
    struct span bytes;
    enum status status = file_read(arena, path, QUESTIONNAIRE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    status = questionnaire_read(arena, span_of(path), bytes, faults, out);
    return *out ? OK : status;
}

static enum status answers_load(struct arena *arena, const char *path,
                                const struct questionnaire *questionnaire,
                                struct fault_list *faults, struct answer_source *out)
{
    struct span bytes;
    const enum status status = file_read(arena, path, ANSWER_FILE_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    return answer_read(arena, span_of(path), bytes, questionnaire, faults, out);
}

static void put_faults(struct arena *arena, const struct fault_list *faults)
{
    struct buffer buffer = buffer_init(arena, 1 << 20);
    fault_list_text(faults, &buffer);
    fwrite(buffer_span(&buffer).data, 1, buffer_span(&buffer).count, stderr);
}

static enum status score(struct arena *arena, const struct words *words,
                         struct fault_list *faults)
{
    struct questionnaire *questionnaire = NULL;
    struct answer_source source;
    enum status status =
        document_load(arena, words->document_path, faults, &questionnaire);
    if (status == OK)
        status = answers_load(arena, words->answers_path, questionnaire, faults, &source);
    put_faults(arena, faults);
    if (status != OK)
        return status;
    const struct osd_scores scores = osd_score(arena, questionnaire, &source);
    const struct span text = osd_score_write(arena, questionnaire, &scores);
    if (fwrite(text.data, 1, text.count, stdout) != text.count || fflush(stdout) != 0)
        return fail(STATUS_IO, "the scores cannot be written to standard output");
    return OK;
}

int score_command(int argc, char **argv)
{
    struct words words = {0};
    if (words_read(argc, argv, &words) != OK) {
        fprintf(stderr, "resonance score: %s\n", status_last());
        return status_exit(STATUS_USAGE);
    }
    if (words.wants_help) {
        fputs(help, stdout);
        return 0;
    }
    struct arena arena;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    struct fault_list faults = fault_list_init(&arena);
    const enum status status = score(&arena, &words, &faults);
    if (status != OK)
        fprintf(stderr, "resonance score: %s\n", status_last());
    arena_done(&arena);
    if (status != OK)
        return status_exit(status);
    return faults.error_count > 0;
}
