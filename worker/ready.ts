/** What a worker process tells the one that started it, once everything is up. */
export interface Ready {
  readonly web: string;
  readonly webPort: number;
  readonly intakePort: number;
  readonly postOfficePort?: number;
}
