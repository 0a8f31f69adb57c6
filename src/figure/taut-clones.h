/* taut-clones.h
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Lets the compiler make a second version of a hot function for processors with
 * wide vectors, chosen when the program starts. Without fused multiplications,
 * so that both give the same bits. Sanitizers do not stand such functions. */
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TAUT_CLONES __attribute__ ((target_clones ("avx2", "default")))
#else
#define TAUT_CLONES
#endif
