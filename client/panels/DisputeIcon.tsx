/** The mark of dispute as it stands on the drawing: a ≠ in a ring. */
export function DisputeIcon() {
  return (
    <svg className="dispute-icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M4.8 6.5h6.4M4.8 9.5h6.4M6.6 11.8l2.8-7.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
