/* resonance-painter: the screens of a terminal as pictures, for who writes what people read on
 * them.
 *
 *   resonance-painter FOLDER|FILE --out DIR [--size 1920x1080] [--inches 21.5] [--text SIZE]
 *       [--theme THEME] [--language CODE] [--role candidate|colleague|newcomer] [--page NAME]
 *       [--organization NAME] [--customer WORD] [--customers WORD]
 *
 * A program of its own, so that the desk links no letters and no surface: it reads an assessment
 * or one questionnaire, walks through it as a person would, and writes a PNG for each page. It
 * knows no key, no result and no network. The desk starts it (app/desk/form/kiosk_pictures.h); it
 * says the names of the pictures that it made, one a line, or the one sentence that says why not.
 */
#include "app/common/console.h"
#include "app/painter/form_taken.h"
#include "app/painter/look.h"
#include "app/painter/tour.h"

#include <string.h>

enum { MOST_BYTES = 1024 * 1024 * 1024 };

static const char options_known[] =
    "out= size= inches= text= theme= language= role= page= organization= customer= "
    "customers=";

static const char usage[] =
    "resonance-painter FOLDER|FILE --out DIR [--size WIDTHxHEIGHT] [--inches N]\n"
    "  [--text small|normal|large|extra-large] [--theme light|dark|high-contrast|low-glare]\n"
    "  [--language CODE] [--role candidate|colleague|newcomer] [--page NAME]\n"
    "  [--organization NAME] [--customer WORD] [--customers WORD]\n"
    "The screens of a terminal as pictures. 'resonance preview' calls it. With --page,\n"
    "--out may be - for standard output.\n";

static enum status run(struct arena *arena, char **words, size_t count)
{
    struct options options;
    struct look look;
    struct tour tour = {.arena = arena, .look = &look};
    enum status status = options_read(words, count, options_known, 1, 1, &options);
    if (status == OK)
        status = options_need(&options, "out", &tour.folder);
    if (status == OK)
        status = look_read(&options, &look);
    if (status == OK)
        status = form_taken_read(arena, options.files[0], &options, &tour.assessment,
                                 &tour.is_single);
    return status == OK ? tour_walk(&tour) : status;
}

int main(int argc, char **argv)
{
    struct arena arena;
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        console_text(CONSOLE_OUT, span_of(usage));
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        console_line(CONSOLE_OUT, "resonance-painter " RESONANCE_VERSION);
        return 0;
    }
    arena_init(&arena, MOST_BYTES);
    const enum status status = run(&arena, argv + 1, argc ? (size_t)argc - 1 : 0);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-painter: %s", status_last());
    arena_done(&arena);
    return status_exit(status);
}
