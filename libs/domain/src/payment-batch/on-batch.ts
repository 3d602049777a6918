/** Someone decides on the batch they saw: `ifMatch` is the count of its events then (412). */
export interface OnBatch {
  readonly batchId: string;
  readonly ifMatch?: number;
}
