namespace Dmk.Maturity.Questionnaires;

/// <summary>What stands in one column of one line of a table.</summary>
/// <param name="Text">Without blanks around it; "" where nothing stands there.</param>
internal sealed record TableValue(string Text, FilePosition Place);
