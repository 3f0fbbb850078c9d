/* arguments: what resonance-kiosk is asked to do on its command line. */
#ifndef APP_KIOSK_ARGUMENTS_H
#define APP_KIOSK_ARGUMENTS_H

#include "app/terminal/terminal.h"

enum kiosk_job {
    TASK_RUN,
    TASK_DOCTOR,
    TASK_CALIBRATE,
    TASK_REQUEST,
    TASK_EXPORT,
    TASK_LOCK,
    TASK_UNLOCK,
    TASK_VERIFY,
    TASK_HELP,
    TASK_VERSION
};

struct arguments {
    enum kiosk_job task;
    struct terminal_folders folders; /* else /etc/resonance/config, /var/lib/resonance */
    const char *path;                /* of --request or --export */
    const char *label;               /* of --request */
    const char *mounted;             /* --mounted; NULL: not said */
    int width_px, height_px;         /* --windowed; 0: full screen */
    bool is_all;                     /* --all, of --export */
    double width_mm; /* --width-mm; 0: by what else is known (device/screen/scale.h) */
    const char
        *sockets; /* --sockets: where the other processes wait; NULL: they are started */
    const char *screens; /* --screens: the folder with what was measured of screens */
    const char *timings; /* --timings; NULL: none are kept */
    const char *restart_flag; /* --restart-flag; NULL: none */
    const char *metrics;      /* --metrics, of --doctor; NULL: none */
    bool is_json;             /* --json, of --doctor */
    const char *root;         /* of the machine that is locked: /, or --root */
    const char *boot_hash;    /* --boot-hash; NULL: a passphrase is made */
    bool is_overwriting;      /* --overwrite, of unlock */
};

/* arguments_read(argc, argv, out_wish): STATUS_USAGE names the word that was not understood. */
must_check enum status arguments_read(int argc, char **argv, struct arguments *out_wish);

/* arguments_usage(): the text of --help. */
const char *arguments_usage(void);

#endif
