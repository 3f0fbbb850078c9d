/* wish: what resonance-kiosk is asked to do on its command line. */
#ifndef APP_KIOSK_WISH_H
#define APP_KIOSK_WISH_H

#include "app/terminal/terminal.h"

enum kiosk_task {
    TASK_RUN,
    TASK_DOCTOR,
    TASK_REQUEST,
    TASK_EXPORT,
    TASK_HELP,
    TASK_VERSION
};

struct wish {
    enum kiosk_task task;
    struct terminal_folders folders; /* else /etc/resonance/config, /var/lib/resonance */
    const char *path;                /* of --request or --export */
    const char *label;               /* of --request */
    int width_px, height_px;         /* --windowed; 0: full screen */
    double width_mm;     /* --width-mm; 0: as configured, else as the screen says */
    const char *timings; /* --timings; NULL: none are kept */
};

/* wish_read(argc, argv, out_wish): STATUS_USAGE names the word that was not understood. */
must_check enum status wish_read(int argc, char **argv, struct wish *out_wish);

/* wish_usage(): the text of --help. */
const char *wish_usage(void);

#endif
