using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What the page of the code says and carries.</summary>
/// <param name="Typed">What stands in the field of the code.</param>
/// <param name="Kept">A form that waits for its code; null where there is none.</param>
/// <param name="Problem">What is wrong with the code; null where nothing is.</param>
/// <param name="Note">What the page says beside that.</param>
public sealed record EntryView(string Typed, KeptForm? Kept, Text? Problem = null, EntryNote Note = EntryNote.Nothing);
