/* ledger_file: the file of the ledger, for those in store/ who read and write in it; others use
 * ledger.h and marks.h. */
#ifndef STORE_TERMINAL_LEDGER_FILE_H
#define STORE_TERMINAL_LEDGER_FILE_H

struct database;

struct ledger {
    struct database *database;
};

/* The piece of the identity that says: the marks are still those of layout 1. */
#define LEDGER_BARE_MARKS "bare-marks"

#endif
