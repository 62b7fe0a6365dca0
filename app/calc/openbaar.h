/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * openbaar.h - marks what the library shows to others. A header with
 * RK_OPENBAAR in it is installed, and the functions between RK_OPENBAAR and
 * RK_OPENBAAR_EINDE leave librekenkern.so (they also stand in rekenkern.map).
 * Such headers include each other by name alone, so that they work wherever
 * they are put, from C and from C++.
 */
#ifndef LMS_CALC_OPENBAAR_H
#define LMS_CALC_OPENBAAR_H

#ifdef __cplusplus
#define RK_OPENBAAR                                                            \
	_Pragma("GCC visibility push(default)") extern "C"                     \
	{
#define RK_OPENBAAR_EINDE                                                      \
	}                                                                      \
	_Pragma("GCC visibility pop")
#else
#define RK_OPENBAAR _Pragma("GCC visibility push(default)")
#define RK_OPENBAAR_EINDE _Pragma("GCC visibility pop")
#endif

#endif
