package io.zonewright.ops;

/**
 * What the operator counts, for its metrics.
 *
 * @param zones all DnsZone resources
 * @param servedZones those with a published version
 * @param recordSets all DnsRecordSet resources
 * @param programmed those served as written
 * @param conflicted those that lost a conflict
 * @param rejected those refused for another reason
 * @param leading whether this process writes status
 * @param statusesWaiting those that wait for their turn to be looked at
 * @param statusFailures writes of status that the API server did not take, since the start
 */
public record ServiceFigures(
    int zones,
    int servedZones,
    int recordSets,
    int programmed,
    int conflicted,
    int rejected,
    boolean leading,
    int statusesWaiting,
    long statusFailures) {

  /** Record sets whose zone is absent or not served yet. */
  int waiting() {
    return recordSets - programmed - conflicted - rejected;
  }
}
