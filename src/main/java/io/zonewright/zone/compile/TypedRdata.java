package io.zonewright.zone.compile;

import io.zonewright.zone.compile.rdata.Rdata;

/** The data of one record together with its type. */
record TypedRdata(int type, Rdata rdata) {}
