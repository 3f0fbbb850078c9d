/* software: which program made a record: the hash of the running program's own file, so that
 * records from a changed build show another hash. On a terminal it is that of the screens, which
 * scores and writes the record; what keeps the ledger may not even read programs. */
#ifndef APP_COMMON_SOFTWARE_H
#define APP_COMMON_SOFTWARE_H

#include "seal/seal.h"

/* software_hash(out_hash): BLAKE2b-256 of the program's file, read once per process; the hash of
 * the version alone where the file cannot be read. */
void software_hash(unsigned char out_hash[CHAIN_HASH_BYTES]);

#endif
