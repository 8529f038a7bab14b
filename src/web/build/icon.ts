/** A service window: its frame, its counter, and what is said across it. Drawn for this project. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<rect width="48" height="48" rx="11" fill="#0b4a53"/>
<path d="M11 33V20a13 13 0 0 1 26 0v13" fill="none" stroke="#fff" stroke-width="3.5"/>
<path d="M7 34.5h34" stroke="#f5b82e" stroke-width="4.5" stroke-linecap="round"/>
<circle cx="18" cy="23.5" r="2.4" fill="#fff"/><circle cx="24" cy="23.5" r="2.4" fill="#fff"/><circle cx="30" cy="23.5" r="2.4" fill="#fff"/>
</svg>
`;
