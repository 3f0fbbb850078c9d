/* chain: the sizes of what a chain of sealed records is made of. They stand only here; seal/
 * asserts them against the library that makes such bytes. */
#ifndef CHAIN_CHAIN_H
#define CHAIN_CHAIN_H

enum {
    CHAIN_ID_BYTES = 16,         /* of a device or a record, random */
    CHAIN_HASH_BYTES = 32,       /* BLAKE2b-256 */
    CHAIN_PUBLIC_KEY_BYTES = 32, /* Ed25519 */
    CHAIN_SIGNATURE_BYTES = 64,  /* Ed25519 */
};

#endif
