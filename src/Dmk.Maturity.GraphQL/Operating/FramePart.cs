namespace Dmk.Maturity.GraphQL;

/// <summary>The text of a frame's file, or a part of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many parts there are.</param>
/// <param name="File">Its name, without its folder.</param>
internal sealed record FramePart(string Csv, int Number, int Of, string File, bool DryRun);
